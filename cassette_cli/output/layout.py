"""Lines of styled text, and tables of them that fit a width. Styles are ANSI names that read well
on light and on dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_NARROWEST = 6
"""Cells that a flexible column keeps, unless it says otherwise."""


class Run(NamedTuple):
    """A piece of a line in one style; the text is safe to print."""

    text: str
    style: str = ""


StyledLine = list[Run]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `flexible` gives way when the table is too wide, and wraps its text.

    It keeps `least` cells. Before it would have less, columns are left out that `may_go`, the last
    of them first.
    """

    title: str
    style: str = ""
    right: bool = False
    flexible: bool = False
    least: int = _NARROWEST
    may_go: bool = False


def cell_len(text: str) -> int:
    """Terminal cells that a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measure

    return measure(text)


def _fill(text: str, size: int) -> str:
    """The text cut or filled with blanks to `size` cells."""
    if text.isascii():
        return text.ljust(size) if len(text) <= size else text[:size]
    from rich.cells import set_cell_size

    return set_cell_size(text, size)


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


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None
) -> Iterator[StyledLine]:
    """A header and the rows, in columns two blanks apart; `width` None means no limit.

    A flexible column takes what is left and wraps; columns that are empty in every row are left
    out.
    """
    kept = [i for i, _ in enumerate(columns) if any(row[i] for row in rows)]
    widths = _widths([columns[i] for i in kept], [[row[i] for i in kept] for row in rows], width)
    while width is not None and _total(widths) > width:
        spare = [i for i in kept if columns[i].may_go]
        if not spare:
            break
        kept.remove(spare[-1])
        fewer = [[row[i] for i in kept] for row in rows]
        widths = _widths([columns[i] for i in kept], fewer, width)
    columns = [columns[i] for i in kept]
    cells = [[row[i] for i in kept] for row in rows]
    yield _row(columns, [column.title for column in columns], widths, "dim")
    for row in cells:
        yield from _wrapped_row(columns, row, widths)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], limit: int | None
) -> list[int]:
    widths = [
        max([cell_len(column.title), *(cell_len(row[i]) for row in rows)])
        for i, column in enumerate(columns)
    ]
    if limit is None:
        return widths
    flexible = [i for i, column in enumerate(columns) if column.flexible]
    over = _total(widths) - limit
    for i in sorted(flexible, key=lambda i: -widths[i]):
        if over > 0:
            given = min(over, max(0, widths[i] - columns[i].least))
            widths[i] -= given
            over -= given
    return widths


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + 2 * (len(widths) - 1)


def _wrapped_row(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]
) -> Iterator[StyledLine]:
    if all(cell_len(cell) <= size for cell, size in zip(row, widths, strict=True)):
        yield _row(columns, row, widths)
        return
    wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        part = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield _row(columns, part, widths)


def _row(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int], style: str | None = None
) -> StyledLine:
    line: StyledLine = []
    last = len(columns) - 1
    for number, (column, cell, size) in enumerate(zip(columns, row, widths, strict=True)):
        if column.right:
            cell = " " * (size - cell_len(cell)) + cell
        elif number < last:
            cell = _fill(cell, size)
        line.append(Run(cell, column.style if style is None else style))
        if number < last:
            line.append(Run("  "))
    return line
