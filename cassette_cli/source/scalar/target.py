"""What is to be written, and one way to write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cassette_cli.source.node import Scalar, Style
from cassette_cli.source.scalar.context import ScalarContext
from cassette_cli.source.spans import Edit, Span


class Candidate(NamedTuple):
    """A scalar's new source, as edits of the old one (offsets from its start), and its style.

    The last `rest` characters of the new source are not the scalar's: a literal left them behind.
    """

    edits: Sequence[Edit[str]]
    style: Style
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """The scalar to write: its old source, its wanted value, its type if it is not text."""

    source: str
    node: Scalar
    wanted: str
    kind: str | None
    context: ScalarContext

    def whole(self, source: str, style: Style, rest: str = "") -> Candidate:
        """The candidate that replaces everything."""
        span = Span(0, len(self.source))
        return Candidate([Edit(span, source + rest)], style, len(rest))
