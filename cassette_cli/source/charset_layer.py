"""Bytes read as text in a charset."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice

_STRIDE = 4096
_LINEAR = frozenset({"utf-8", "ascii", "cp1252", "cp1251", "cp1250", "koi8-r", "mac-roman"})
"""Charsets in which a part of the text is a part of the bytes; all of ISO 8859 too."""


class CharsetText(Fragment[str]):
    """The text of some bytes; its characters map to bytes one by one where the charset allows."""

    def __init__(self, parent: Layer[bytes], span: Span, charset: str) -> None:
        self.charset = codecs.lookup(charset).name
        super().__init__(parent, span, str(parent.value[span.start : span.end], self.charset))
        self.linear = self.charset in _LINEAR or self.charset.startswith("iso8859")
        self.opaque = not self.linear
        self._checkpoints: list[int] | None = None

    def read(self, fragment: bytes) -> str:
        """The text; UnicodeDecodeError (a ValueError) where the bytes are not in the charset."""
        return str(fragment, self.charset)

    def outward(self, span: Span) -> Iterable[Place]:
        """The bytes of the characters; all of them where the charset has shifting states."""
        if not self.linear:
            return (Place(self.parent, self.span),)
        return (Place(self.parent, Span(self._offset(span.start), self._offset(span.end))),)

    def rewrite(self, edits: Sequence[Edit[str]]) -> list[Edit[Any]]:
        """Encode what is new; a UnicodeEncodeError (a ValueError) is refused by the proof."""
        if not self.linear:
            return [Edit(self.span, splice(self.value, edits).encode(self.charset))]
        return [
            Edit(
                Span(self._offset(start), self._offset(end)),
                text.encode(self.charset, "replace"),
            )
            for (start, end), text in edits
        ]

    def _offset(self, index: int) -> int:
        """Offset in the parent, in bytes, of the character `index`."""
        if self.value.isascii():
            return self.span.start + index
        if self._checkpoints is None:
            blocks = range(0, len(self.value), _STRIDE)
            sizes = (len(self._encode(start, start + _STRIDE)) for start in blocks)
            self._checkpoints = [0, *accumulate(sizes)]
        block = index // _STRIDE
        start = block * _STRIDE
        return self.span.start + self._checkpoints[block] + len(self._encode(start, index))

    def _encode(self, start: int, end: int) -> bytes:
        return self.value[start:end].encode(self.charset)

    def describe(self) -> str:
        """What this link is."""
        return f"{self.charset} text"
