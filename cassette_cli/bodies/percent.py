"""Percent-encoded text, as it stands in URLs and forms (RFC 3986, section 2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from cassette_cli.lazy import lazy
from cassette_cli.source.layer import Layer, Mapped
from cassette_cli.source.spans import OffsetMap, Piece, Span

_ENCODED = lazy(r"(?:%[0-9A-Fa-f]{2})+|\+")


class Percent(Mapped):
    """The text behind `%XX`; with `plus`, as in forms and queries, `+` is a blank."""

    def __init__(self, parent: Layer[str], span: Span, *, plus: bool) -> None:
        self.plus = plus
        super().__init__(parent, span, self.read(parent.value[span.start : span.end]))

    def read(self, fragment: str) -> str:
        """The decoded text; bytes that are no UTF-8 become U+FFFD."""
        return unquote_plus(fragment) if self.plus else unquote(fragment)

    def offsets(self) -> OffsetMap:
        """Runs, and one piece for each series of `%XX`: together they may be one character."""
        return OffsetMap(self._pieces(), self.span.start)

    def _pieces(self) -> Iterator[Piece]:
        text, (at, end) = self.parent.value, self.span
        for found in _ENCODED.finditer(text, at, end):
            encoded = found.group()
            if encoded == "+" and not self.plus:
                continue
            yield Piece(found.start() - at, found.start() - at, True)
            yield from _characters(encoded)
            at = found.end()
        yield Piece(end - at, end - at, True)

    def escape(self, text: str) -> str:
        """Everything but letters, digits and `-._~*` encoded."""
        return quote_plus(text, safe="~*") if self.plus else quote(text, safe="~*")

    def describe(self) -> str:
        """What this link is."""
        return "percent-encoded text"


def _characters(encoded: str) -> Iterator[Piece]:
    """A piece a character of a series of `%XX`, by the lengths of UTF-8 sequences."""
    if encoded == "+":
        yield Piece(1, 1, False)
        return
    text = unquote(encoded)
    sizes = [len(character.encode()) for character in text]
    if "\ufffd" in text or sum(sizes) * 3 != len(encoded):
        yield Piece(len(encoded), len(text), False)
        return
    for size in sizes:
        yield Piece(3 * size, 1, False)
