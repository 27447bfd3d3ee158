"""Offsets in a text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from cassette_cli.errors import Where
from cassette_cli.lazy import lazy

_BREAK = lazy(r"\r\n?|\n")


def line_starts(text: str) -> list[int]:
    """0-based offset of every line's first character; CR, LF and CRLF end a line, as in editors."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def where(text: str, offset: int) -> Where:
    """1-based line and column, in characters, of one 0-based offset; a BOM takes no column."""
    return Lines(text).where(offset)


class Lines:
    """The lines of a text that will be asked for often."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """0-based offset of every line's first character, found when first asked for."""
        if self._starts is None:
            self._starts = line_starts(self._text)
        return self._starts

    def where(self, offset: int) -> Where:
        """1-based line and column of a 0-based offset."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return Where(line, max(1, column - (line == 1 and self._text.startswith("\ufeff"))))

    def line(self, number: int) -> str:
        """The 1-based line `number` without its break."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")


def utf8(text: str) -> bytes:
    """The bytes of a text; half a surrogate pair, which JSON may hold, as if it were whole."""
    return text.encode("utf-8", "surrogatepass")
