"""A part of some bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span


class ByteSlice(Fragment[bytes]):
    """A range of its parent's bytes, as they are."""

    def __init__(self, parent: Layer[bytes], span: Span) -> None:
        super().__init__(parent, span, parent.value[span.start : span.end])

    def read(self, fragment: bytes) -> bytes:
        """The fragment itself."""
        return fragment

    def outward(self, span: Span) -> Iterable[Place]:
        """The same bytes in the parent."""
        start = self.span.start
        return (Place(self.parent, Span(start + span.start, start + span.end)),)

    def rewrite(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """The same edits in the parent's offsets."""
        start = self.span.start
        return [Edit(Span(start + low, start + high), new) for (low, high), new in edits]

    def describe(self) -> str:
        """What this link is."""
        return "a part of the body"
