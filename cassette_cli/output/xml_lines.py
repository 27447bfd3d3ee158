"""XML indented for reading, made line by line."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.lazy import lazy

_TOKEN = lazy(r"<!--[\s\S]*?(?:-->|\Z)|<!\[CDATA\[[\s\S]*?(?:\]\]>|\Z)|<[^>]*>?|[^<]+")
_OPEN, _CLOSE, _ALONE, _TEXT = range(4)
_DEEPEST = 200
"""Levels that are indented."""


def xml_lines(text: str) -> Iterator[str]:
    """The lines of XML, indented by two blanks a level; an element that holds only text is one.

    Nothing but the blanks between tags is changed, and whatever is no XML comes out as it is.
    """
    line, depth, after = "", 0, _CLOSE
    for token in _TOKEN.findall(text):
        kind = _kind(token)
        if kind == _TEXT and not token.strip():
            continue
        depth -= kind == _CLOSE
        joins = after in (_OPEN, _TEXT) and kind in (_TEXT, _CLOSE)
        if not joins and line:
            yield from line.split("\n")
            line = ""
        if not line:
            line = "  " * max(0, min(depth, _DEEPEST))
        line += token if joins else token.strip()
        depth += kind == _OPEN
        after = kind
    if line:
        yield from line.split("\n")


def _kind(token: str) -> int:
    if not token.startswith("<") or token.startswith("<![CDATA["):
        return _TEXT
    if token.startswith("</"):
        return _CLOSE
    return _ALONE if token.startswith(("<!", "<?")) or token.endswith("/>") else _OPEN
