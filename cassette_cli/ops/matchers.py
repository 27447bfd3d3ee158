"""Which fields of a request the recorder's matcher compares."""

from __future__ import annotations

from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config, Matching
from cassette_cli.ops.globs import matches
from cassette_cli.recorders.recorder import names_of, recorder_of


def match_fields(cassette: Cassette, path: str, config: Config) -> tuple[str, ...]:
    """As configured for the file at `path`, or the recorder's default."""
    known = recorder_of(cassette.recorder)
    names = (None, *names_of(known))
    for one in reversed(config.match_on):
        if one.recorder in names and _is_about(one, path, config):
            return one.matchers
    return known.default_match


def _is_about(one: Matching, path: str, config: Config) -> bool:
    return one.path is None or matches(path, one.path, config)
