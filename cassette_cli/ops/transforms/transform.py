"""What every transform gives: edits of values, changes of the structure, and words for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.volatile import VOLATILE_HEADERS
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.structure.change import Change


@dataclass(frozen=True, slots=True)
class Made:
    """One edit: which transform made it, and the route and 0-based offset of what it is about, in
    the file as it was before that transform."""

    transform: str
    route: Route
    offset: int


@dataclass(slots=True)
class Draft:
    """What a transform would do to one cassette."""

    edits: list[LayerEdit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Sentences about the file, in words without content."""
    becomes: str | None = None
    """The recorder, as `--recorder` takes it, whose format the file has afterwards."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a file: the fields of a request that its recorder's matcher compares, the
    headers that differ in every recording, and whether to do what may break a replay."""

    match_on: Sequence[str] = ()
    volatile: Sequence[str] = VOLATILE_HEADERS
    force: bool = False


class Transform(Protocol):
    """One way to rewrite a cassette; stateless, so that one serves many files."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """What it would do; an empty draft where there is nothing to do.

        Raises:
            RefusedError: what is asked cannot be done to this cassette.
        """
        ...
