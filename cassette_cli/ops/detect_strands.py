"""Secrets in what stands at one place of event after event."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Span
from cassette_cli.streams.strands import Strand

_SHORTEST = 8
"""Characters of a token that tell too much when an event breaks off within it."""


def in_strand(strand: Strand, where: str) -> Iterator[Secret]:
    """Tokens that are split over events, or that an event breaks off in."""
    if strand.grows:
        yield from _broken_off(strand, where)
    else:
        yield from in_tokens(strand.joined(), where)


def _broken_off(strand: Strand, where: str) -> Iterator[Secret]:
    """Beginnings of the tokens that the last event has whole."""
    for found in find_tokens(strand.leaves[-1].text):
        for leaf in strand.leaves:
            if found.start + _SHORTEST <= len(leaf.text) < found.end:
                place = Place(leaf.layer(), Span(found.start, len(leaf.text)))
                yield Secret(found.format.as_kind(), place, where)
