"""Text of a message that does not stand in the file as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cassette_cli.errors import RefusedError
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.spans import Edit, Span

Origin = Callable[[], Place]
"""Finds what a text was written for, when somebody asks."""


class Written(Layer[str]):
    """A bracket, a quote, an escape: what it was written for is known, if anything, but it cannot
    be edited."""

    depth = 999
    """Above whatever it was written for, and below the text that it is joined to."""

    def __init__(self, value: str, origin: Origin | None = None) -> None:
        self.value = value
        self._origin = origin

    def outward(self, span: Span) -> Iterable[Place]:
        """All of what it was written for."""
        del span
        return () if self._origin is None else (self._origin(),)

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """Refused, unless nothing is to change."""
        if any(self.value[slice(*edit.span)] != edit.replacement for edit in edits):
            raise RefusedError("this text does not stand in the file as it is")
        return ()
