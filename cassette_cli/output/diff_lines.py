"""A unified diff for people: colours, and of long lines only what is around each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from cassette_cli.output.foreign import cut, one_line
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.units import plural

_LINE = 240
"""Characters; a longer line is shown around its changes."""
_AROUND = 40
_BLOCK = 32
_MOST = 20
"""Places of one line that are shown."""
_SIGNS = {"-": "red", "+": "green", "@": "cyan"}
_Place = tuple[int, int, int, int]
"""Where a change begins and ends in the old line, then in the new one."""


def patch(lines: Iterable[str]) -> Iterator[StyledLine]:
    """The lines of a unified diff, laid out."""
    for changes, run in groupby(lines, key=_is_change):
        group = list(run)
        yield from _changed(group) if changes else map(_line, group)


def _is_change(line: str) -> bool:
    return line.startswith(("-", "+")) and not line.startswith(("---", "+++"))


def _changed(lines: Sequence[str]) -> Iterator[StyledLine]:
    """A run of removed and added lines; line against line where there are as many of both."""
    old = [line for line in lines if line.startswith("-")]
    new = [line for line in lines if line.startswith("+")]
    if len(old) != len(new) or all(len(line) <= _LINE for line in lines):
        yield from map(_line, lines)
        return
    shown = [_around(*pair) for pair in zip(old, new, strict=True)]
    for side in (0, 1):
        for pair in shown:
            yield from pair[side]


def _around(old: str, new: str) -> tuple[list[StyledLine], list[StyledLine]]:
    """What is around each place in which two lines differ."""
    if max(len(old), len(new)) <= _LINE:
        return [_line(old)], [_line(new)]
    places = list(_places(old[1:], new[1:]))
    sides: tuple[list[StyledLine], list[StyledLine]] = ([], [])
    for a, b, c, d in places[:_MOST]:
        sides[0].append(_window("-", old[1:], a, b))
        sides[1].append(_window("+", new[1:], c, d))
    if len(places) > _MOST:
        words = f"… {plural(len(places) - _MOST, 'more change')} in this line"
        sides[1].append([Run(words, "dim")])
    return sides


def _places(old: str, new: str) -> Iterator[_Place]:
    """Where they differ: block by block where they are as long, else as one place."""
    if len(old) != len(new):
        start = _same(old, new, 1)
        end = _same(old[start:], new[start:], -1)
        yield start, len(old) - end, start, len(new) - end
        return
    for differs, run in groupby(range(0, len(old), _BLOCK), key=partial(_differ, old, new)):
        blocks = list(run)
        if differs:
            end = min(blocks[-1] + _BLOCK, len(old))
            yield blocks[0], end, blocks[0], end


def _differ(old: str, new: str, at: int) -> bool:
    return old[at : at + _BLOCK] != new[at : at + _BLOCK]


def _same(old: str, new: str, step: int) -> int:
    """How many characters are the same, from the start on or, with -1, from the end on."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        half = (low + high + 1) // 2
        ends = (old[:half] == new[:half]) if step > 0 else (old[-half:] == new[-half:])
        low, high = (half, high) if ends else (low, half - 1)
    return low


def _window(sign: str, text: str, start: int, end: int) -> StyledLine:
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = cut(one_line(text[low:high]), _LINE)
    ends = ("… " if low else "", " …" if high < len(text) else "")
    return [Run(f"{sign}{ends[0]}{shown}{ends[1]}", _SIGNS[sign])]


def _line(line: str) -> StyledLine:
    heading = line.startswith(("---", "+++"))
    style = "bold" if heading else _SIGNS.get(line[:1], "")
    return [Run(cut(one_line(line), _LINE), style)]
