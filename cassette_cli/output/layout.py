"""Lines of styled text. Styles are ANSI names that read well on light and on dark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A piece of a line in one style; the text is safe to print."""

    text: str
    style: str = ""


StyledLine = list[Run]


def cell_len(text: str) -> int:
    """Terminal cells that a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measure

    return measure(text)


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at blanks where there are any."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        at = 0
        while (end := _fitting(paragraph, at, width)) < len(paragraph):
            lines.append(paragraph[at:end].rstrip())
            at = end
            while paragraph[at : at + 1] == " ":
                at += 1
        lines.append(paragraph[at:])
    return lines


def _fitting(text: str, start: int, width: int) -> int:
    """Where to end a line that begins at `start`: behind its last blank, if that is not too early.

    Characters; at least one is taken.
    """
    end, cells = start, 0
    while end < len(text) and (cells := cells + cell_len(text[end])) <= width:
        end += 1
    if end == len(text):
        return end
    blank = text.rfind(" ", start + 1, end + 1)
    return max(start + 1, blank + 1 if blank > (start + end) // 2 else end)


def wrap_pieces(pieces: Iterable[str], width: int | None) -> list[str]:
    """The pieces with ` · ` between them, in lines of at most `width` cells where that is possible.

    No piece is broken; None means no limit.
    """
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} · {piece}" if lines else piece
        if lines and (width is None or cell_len(longer) <= width):
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines
