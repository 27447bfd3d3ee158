"""Plain and quoted scalars cut into the tiles that give their value."""

from __future__ import annotations

import re
from operator import is_

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Style
from cassette_cli.source.scalar.chars import BLANKS, BREAK, FOLD, fold_value, normal, unescape
from cassette_cli.source.spans import OffsetMap

_LINE_END = lazy("[\r\n\x85\u2028\u2029]")
_TOKENS = {
    "single": lazy("[^']+|''"),
    "double": lazy(
        r'[^\\"]+|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^xuU])', re.DOTALL
    ),
}
_QUOTES = {"single": "'", "double": '"'}
_BACKSLASH = "\\"


class Tiles:
    """Columns of tiles: characters of source, their text in the value, whether it is a run."""

    __slots__ = ("runs", "sources", "texts")

    def __init__(self) -> None:
        self.sources: list[int] = []
        self.texts: list[str] = []
        self.runs: list[bool] = []

    def run(self, text: str) -> None:
        """Source that is its own value."""
        if text:
            self.sources.append(len(text))
            self.texts.append(text)
            self.runs.append(True)

    def piece(self, source: int, text: str) -> None:
        """`source` characters that together give `text`."""
        if source:
            self.sources.append(source)
            self.texts.append(text)
            self.runs.append(False)

    def tokens(self, tokens: list[str], texts: list[str]) -> None:
        """Many at once: runs, which are their own text, and escapes of one character."""
        self.sources += map(len, tokens)
        self.texts += texts
        self.runs += map(is_, tokens, texts)

    @property
    def value(self) -> str:
        """What the tiles give together."""
        return "".join(self.texts)

    def offset_map(self, start: int) -> OffsetMap:
        """The map whose source begins at offset `start` of the file."""
        return OffsetMap.of_columns(self.sources, map(len, self.texts), self.runs, start)


def flow_tiles(source: str, style: Style) -> Tiles:
    """Tiles of a plain, single- or double-quoted scalar, quotes included.

    Raises:
        ValueError: `source` is not one whole scalar of this style.
    """
    tiles = Tiles()
    quote = _QUOTES.get(style, "")
    if quote and (len(source) < 2 or not source[0] == source[-1] == quote):
        raise ValueError("no closing quote")
    at, end = len(quote), len(source) - len(quote)
    tiles.piece(len(quote), "")
    while found := _LINE_END.search(source, at, end):
        cut, escaped = _line_cut(source, at, found.start(), style)
        _line(tiles, source[at:cut], style)
        fold = FOLD.match(source, found.start(), end)
        at = fold.end() if fold else end
        breaks = BREAK.findall(source, found.start(), at)
        text = "".join(map(normal, breaks[1:])) if escaped else fold_value(breaks)
        tiles.piece(at - cut, text)
    _line(tiles, source[at:end], style)
    tiles.piece(len(quote), "")
    return tiles


def _line_cut(source: str, start: int, end: int, style: Style) -> tuple[int, bool]:
    """Where the text of a line ends before its break, and whether a backslash hides the break."""
    line = source[start:end]
    cut = len(line.rstrip(BLANKS))
    if style == "double" and _odd_backslashes(line[:cut]):
        return (start + cut + 1, False) if cut < len(line) else (start + cut - 1, True)
    return start + cut, False


def _odd_backslashes(text: str) -> bool:
    return (len(text) - len(text.rstrip(_BACKSLASH))) % 2 == 1


def _line(tiles: Tiles, line: str, style: Style) -> None:
    if style == "plain" or (_QUOTES[style] not in line and _BACKSLASH not in line):
        tiles.run(line)
        return
    tokens = _TOKENS[style].findall(line)
    if sum(map(len, tokens)) != len(line):
        raise ValueError("a lone quote or backslash")
    meanings = _MEANINGS[style]
    first = _QUOTES["single"] if style == "single" else _BACKSLASH
    tiles.tokens(tokens, [meanings[token] if token[0] == first else token for token in tokens])


class _Meanings(dict[str, str]):
    """What escapes stand for; each is worked out once, as a scalar may hold a million of them."""

    def __missing__(self, token: str) -> str:
        self[token] = char = unescape(token)
        return char


_MEANINGS: dict[Style, dict[str, str]] = {"single": {"''": "'"}, "double": _Meanings()}
