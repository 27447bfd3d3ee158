"""Literal and folded scalars cut into the tiles that give their value."""

from __future__ import annotations

from itertools import pairwise

from cassette_cli.source.scalar.block import Block, Line
from cassette_cli.source.scalar.chars import BLANKS, fold_value, normal
from cassette_cli.source.scalar.tiles import Tiles


def block_tiles(block: Block) -> Tiles:
    """The tiles of a block scalar, header included."""
    tiles, lines, last = Tiles(), block.lines, block.last
    tiles.piece(block.header_length + (lines[0].indent if lines else 0), "")
    if block.header.sign == ">":
        _folded(tiles, lines, last)
    else:
        for line, after in pairwise(lines[: last + 1]):
            tiles.run(line.text)
            tiles.piece(len(line.line_break) + after.indent, normal(line.line_break))
    if last >= 0:
        tiles.run(lines[last].text)
    _trailing(tiles, block, last)
    return tiles


def _folded(tiles: Tiles, lines: list[Line], last: int) -> None:
    """All before the last text of a folded scalar."""
    at = 0
    while at < last:
        tiles.run(lines[at].text)
        joins = bool(lines[at].text)
        after = _next_text(lines, at) if joins else at + 1
        _inner_breaks(tiles, lines[at : after + 1], joins)
        at = after


def _next_text(lines: list[Line], at: int) -> int:
    return next(after for after in range(at + 1, len(lines)) if lines[after].text)


def _inner_breaks(tiles: Tiles, lines: list[Line], joins: bool) -> None:
    """The breaks from the first line to the last one, with the latter's indentation."""
    breaks = [line.line_break for line in lines[:-1]]
    length = sum(map(len, breaks)) + sum(line.indent for line in lines[1:])
    more_indented = lines[0].text[:1] in BLANKS or lines[-1].text[:1] in BLANKS
    folds = joins and not more_indented
    tiles.piece(length, fold_value(breaks) if folds else "".join(map(normal, breaks)))


def _trailing(tiles: Tiles, block: Block, last: int) -> None:
    """The breaks after the last text: chomping decides which of them are value."""
    chomping = block.header.chomping
    for index in range(max(last, 0), len(block.lines)):
        line = block.lines[index]
        if index and index > last:
            tiles.piece(line.indent, "")
        kept = line.line_break and (chomping == "+" or (index == last and not chomping))
        tiles.piece(len(line.line_break), normal(line.line_break) if kept else "")
