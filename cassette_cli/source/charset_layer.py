"""Bytes read as text in a charset."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice

_STRIDE = 4096
_LINEAR = frozenset({
    "utf-8", "ascii", "cp1252", "cp1251", "cp1250", "koi8-r", "mac-roman",
    "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be",
})  # fmt: skip
"""Charsets in which a part of the text is a part of the bytes; all of ISO 8859 too."""
_MARKED: dict[str, tuple[tuple[bytes, str], ...]] = {
    "utf-16": ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le")),
    "utf-32": ((codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF32_LE, "utf-32-le")),
}
"""Charsets that begin with their byte order; without a mark it is little-endian, as browsers do."""
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Python's own encodings that no body is in."""


class CharsetText(Fragment[str]):
    """The text of some bytes; its characters map to bytes one by one where the charset allows."""

    def __init__(self, parent: Layer[bytes], span: Span, charset: str) -> None:
        self.charset, mark = _codec(charset, parent.value[span.start : span.start + 4])
        span = Span(span.start + mark, span.end)
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
        """Encode what is new; what the charset does not have is refused, at last by the proof."""
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
        if len(self.value) == self.span.end - self.span.start:
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


def _codec(charset: str, start: bytes) -> tuple[str, int]:
    """The codec's own name and the length of the byte order mark; LookupError for no charset."""
    name = codecs.lookup(charset).name
    if name in _NO_CHARSETS:
        raise LookupError(f"{name} is no charset")
    for mark, codec in _MARKED.get(name, ()):
        if start.startswith(mark):
            return codec, len(mark)
    return _MARKED[name][-1][1] if name in _MARKED else name, 0
