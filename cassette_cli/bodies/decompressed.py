"""The bytes behind a content coding, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cassette_cli.bodies.coding import Coding
from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice


class Decompressed(Fragment[bytes]):
    """The bytes behind a content coding. It cannot be edited in place: an edit writes it anew."""

    opaque = True

    def __init__(self, parent: Layer[bytes], coding: Coding, limit: int) -> None:
        self.coding, self.limit = coding, limit
        super().__init__(parent, Span(0, len(parent.value)), coding.decode(parent.value, limit))

    def read(self, fragment: bytes) -> bytes:
        """Decompress."""
        return self.coding.decode(fragment, self.limit)

    def outward(self, span: Span) -> Iterable[Place]:
        """All of the compressed bytes: no part of them is a part of the value."""
        return (Place(self.parent, self.span),)

    def rewrite(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """Compress the edited whole."""
        new = self.coding.encode(splice(self.value, edits), self.parent.value)
        return [Edit(self.span, new)]

    def describe(self) -> str:
        """What this link is."""
        return f"a {self.coding.name} body"
