"""Tables of styled text that fit a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from cassette_cli.output.layout import Run, StyledLine, cell_len, wrap

_NARROWEST = 6
"""Cells that a flexible column keeps, unless it says otherwise."""


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


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None
) -> Iterator[StyledLine]:
    """A header and the rows, in columns two blanks apart; `width` None means no limit.

    A flexible column takes what is left and wraps; columns that are empty in every row are left
    out.
    """
    kept = [i for i, _ in enumerate(columns) if any(row[i] for row in rows)]
    columns, rows = _chosen(kept, columns, rows)
    widths = _widths(columns, rows, width)
    while width is not None and _total(widths) > width:
        spare = [i for i, column in enumerate(columns) if column.may_go]
        if not spare:
            break
        kept = [i for i, _ in enumerate(columns) if i != spare[-1]]
        columns, rows = _chosen(kept, columns, rows)
        widths = _widths(columns, rows, width)
    yield _row(columns, [column.title for column in columns], widths, "dim")
    for row in rows:
        yield from _wrapped_row(columns, row, widths)


def _chosen(
    kept: list[int], columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> tuple[Sequence[Column], Sequence[Sequence[str]]]:
    """The columns with these numbers, in every row."""
    if len(kept) < len(columns):
        columns, rows = [columns[i] for i in kept], [[row[i] for i in kept] for row in rows]
    return columns, rows


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], limit: int | None
) -> list[int]:
    widths = [
        max(map(cell_len, {column.title, *(row[i] for row in rows)}))
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
) -> Iterable[StyledLine]:
    wide = [at for at, column in enumerate(columns) if column.flexible]
    if all(cell_len(row[at]) <= widths[at] for at in wide):
        return [_row(columns, row, widths)]
    wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    parts = zip_longest(*wrapped, fillvalue="")
    return [_row(columns, part, widths) for part in parts]


def _row(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int], style: str = ""
) -> StyledLine:
    line: StyledLine = []
    for column, cell, size in zip(columns, row, widths, strict=True):
        room = " " * (size - (len(cell) if cell.isascii() else cell_len(cell)))
        gap = "  " if line else ""
        text = f"{gap}{room}{cell}" if column.right else f"{gap}{cell}{room}"
        line.append(Run(text, style or column.style))
    return line
