"""A text as a literal block in the place of another value."""

from __future__ import annotations

from cassette_cli.lazy import lazy
from cassette_cli.source.scalar.chars import BREAKS, NEEDS_ESCAPE

_STEP = 2
"""Columns from a mapping to the text of a block in it."""
_REST = lazy(f"[ \t]*(?=[{BREAKS}]|\\Z)")
_BLANK_BELOW = lazy(f"(?:\r\n|[{BREAKS}])[ \t]*[{BREAKS}]")
_COMMENT_BELOW = lazy(f"(?:[ \t]*(?:\r\n|[{BREAKS}]))+( *)#")


def literal_before(text: str, end: int, value: str, column: int, line_break: str) -> str | None:
    """A literal block for `value` that ends where `text[end:]` goes on, without its last break.

    `column` is that of the keys beside it. None where no block can hold the value, or where what
    stands behind `end` would become a part of it.
    """
    inner = column + _STEP
    if not value.strip("\n") or NEEDS_ESCAPE.search(value) or not _ends_there(text, end, inner):
        return None
    at = end - len(line_break) if text[end - 1 : end] in (*BREAKS,) else end
    keeps = value.endswith("\n\n")
    if keeps and (_BLANK_BELOW.match(text, at) or at == len(text)):
        return None
    chomping = "+" if keeps else "" if value.endswith("\n") else "-"
    if at == len(text) and chomping != "-":
        return None
    digit = str(_STEP) if value[0] in " \t\n" else ""
    lines = value.removesuffix("\n").split("\n")
    indented = (" " * inner + line if line else "" for line in lines)
    return line_break.join((f"|{digit}{chomping}", *indented))


def _ends_there(text: str, end: int, inner: int) -> bool:
    """Whether nothing but the break follows on the line, and no comment below is indented so far
    that it would be text."""
    if text[end - 1 : end] in (*BREAKS,):
        end -= 1
    elif _REST.match(text, end) is None:
        return False
    below = _COMMENT_BELOW.match(text, end)
    return below is None or len(below[1]) < inner
