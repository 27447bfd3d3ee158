"""Plain and quoted scalars cut into the tiles that give their value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import is_

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Style
from cassette_cli.source.scalar.chars import (
    BLANKS,
    BREAK,
    BREAKS,
    FOLD,
    SIMPLE,
    fold_value,
    normal,
    unescape,
)
from cassette_cli.source.spans import OffsetMap, Run

_SIMPLE = f"[{re.escape(SIMPLE)}]"
_ESCAPE = (
    rf"\\(?:{FOLD.pattern}|(?!{_SIMPLE})[^xuU]"
    r"|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
)
_AT_ONCE = 100
"""Escapes, and texts between them, that make one tile: the map counts them when it is asked."""


def _tokens(stops: str = "", escapes: str = "(?!)", simple: str = "") -> re.Pattern[str]:
    """Text that no break follows, text before a break, a fold with the blanks before it, escapes.

    Every character that is no `stop` is in one of the first three. `simple` escapes are one with
    the text around them.
    """
    char = f"[^{stops}{BREAKS}]"
    text = f"{char}++(?![{BREAKS}])"
    if simple:
        text = f"(?:{text}|{simple}){{1,{_AT_ONCE}}}+"
    before_break = f"{char}*[^{stops}{BREAKS}{BLANKS}]"
    fold = f"[{BLANKS}]*{FOLD.pattern}"
    return lazy(f"{text}|{escapes}|{before_break}|{fold}", re.DOTALL)


_TOKENS = {
    "plain": _tokens(),
    "single": _tokens("'", "''"),
    "double": _tokens(r'\\"', _ESCAPE, rf"\\{_SIMPLE}"),
}
_BACKSLASH = "\\"
_QUOTES = {"single": "'", "double": '"'}


class Tiles:
    """Columns of tiles: characters of source, their text in the value, whether it is a run.

    A tile with escapes of one character has its own source there, as `Run` says.
    """

    __slots__ = ("runs", "sources", "texts")

    def __init__(self) -> None:
        self.sources: list[int] = []
        self.texts: list[str] = []
        self.runs: list[Run] = []

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

    def tokens(self, tokens: list[str], texts: list[str], escaped: Iterable[str]) -> None:
        """Many at once: runs, which are their own text, those with escapes, and single ones."""
        self.sources += map(len, tokens)
        self.texts += texts
        self.runs += map({token: token for token in escaped}.get, tokens, map(is_, tokens, texts))

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
    meanings = _meanings({*tokens}, style)
    escaped = [token for token in meanings if style == "double" and _is_run(token)]
    tiles.tokens(tokens, list(map(meanings.get, tokens, tokens)), escaped)
    tiles.piece(len(quote), "")
    if sum(tiles.sources) != len(source):
        raise ValueError("a lone quote or backslash")
    return tiles


def _meanings(tokens: set[str], style: Style) -> dict[str, str]:
    """What gives another text than itself; each is worked out once: there may be a million."""
    found = {}
    for token in tokens:
        if style == "double" and _BACKSLASH in token:
            found[token] = _unescaped(token)
        elif token == "''" and style == "single":
            found[token] = "'"
        elif token.isspace() and (breaks := BREAK.findall(token)):
            found[token] = fold_value(breaks)
    return found


def _unescaped(token: str) -> str:
    """What one escape stands for, or a text with simple ones."""
    breaks = BREAK.findall(token)
    if breaks:
        return "".join(map(normal, breaks[1:]))
    if not _is_run(token):
        return unescape(token)
    for letter in SIMPLE:
        escape = _BACKSLASH + letter
        if escape in token:
            token = token.replace(escape, unescape(escape))
    return token


def _is_run(token: str) -> bool:
    """Whether a token that gives another text is a text with simple escapes."""
    return not token.isspace() and (token[0] != _BACKSLASH or token[1] in SIMPLE)
