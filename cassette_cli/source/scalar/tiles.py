"""Plain and quoted scalars cut into the tiles that give their value."""

from __future__ import annotations

import re
from operator import is_

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Style
from cassette_cli.source.scalar.chars import (
    BLANKS,
    BREAK,
    BREAKS,
    FOLD,
    fold_value,
    normal,
    unescape,
)
from cassette_cli.source.spans import OffsetMap

_ESCAPE = rf"\\(?:{FOLD.pattern}|x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|[^xuU])"


def _tokens(stops: str = "", escapes: str = "(?!)") -> re.Pattern[str]:
    """Text that no break follows, text before a break, a fold with the blanks before it, escapes.

    Every character that is no `stop` is in one of the first three.
    """
    char = f"[^{stops}{BREAKS}]"
    text = f"{char}++(?![{BREAKS}])"
    before_break = f"{char}*[^{stops}{BREAKS}{BLANKS}]"
    fold = f"[{BLANKS}]*{FOLD.pattern}"
    return lazy(f"{text}|{escapes}|{before_break}|{fold}", re.DOTALL)


_TOKENS = {
    "plain": _tokens(),
    "single": _tokens("'", "''"),
    "double": _tokens(r'\\"', _ESCAPE),
}
_BACKSLASH = "\\"
_QUOTES = {"single": "'", "double": '"'}
_MARKS = {"single": "'", "double": _BACKSLASH}


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
    quote = _QUOTES.get(style, "")
    if quote and (len(source) < 2 or not source[0] == source[-1] == quote):
        raise ValueError("no closing quote")
    tokens = _TOKENS[style].findall(source, len(quote), len(source) - len(quote))
    tiles = Tiles()
    tiles.piece(len(quote), "")
    tiles.tokens(tokens, _texts(tokens, _MARKS.get(style)))
    tiles.piece(len(quote), "")
    if sum(tiles.sources) != len(source):
        raise ValueError("a lone quote or backslash")
    return tiles


def _texts(tokens: list[str], mark: str | None) -> list[str]:
    """What each token gives; each different one is worked out once: there may be a million."""
    meanings = {
        token: _meaning(token)
        for token in {*tokens}
        if token[0] == mark or (token.isspace() and BREAK.search(token))
    }
    return list(map(meanings.get, tokens, tokens))


def _meaning(token: str) -> str:
    """What a fold or an escape stands for."""
    breaks = BREAK.findall(token)
    if not breaks:
        return "'" if token == "''" else unescape(token)
    escaped = token[0] == _BACKSLASH
    return "".join(map(normal, breaks[1:])) if escaped else fold_value(breaks)
