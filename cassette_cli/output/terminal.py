"""Styled lines onto a stream."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import TextIO

from cassette_cli.output.layout import Run, StyledLine

_BATCH = 256


def write_lines(lines: Iterable[StyledLine], stream: TextIO, *, colours: bool) -> None:
    """Write lines as they come, some hundred at a time, so that the first are seen early."""
    render = _coloured if colours else _plain
    rest = iter(lines)
    while batch := [render(line) + "\n" for line in islice(rest, _BATCH)]:
        stream.write("".join(batch))


def _plain(line: StyledLine) -> str:
    return "".join(run.text for run in line).rstrip()


def _coloured(line: StyledLine) -> str:
    while line and not line[-1].text.strip():
        line = line[:-1]
    return "".join(_paint(run) for run in line)


def _paint(run: Run) -> str:
    if not run.style or not run.text.strip():
        return run.text
    start, end = _codes(run.style)
    return start + run.text + end


@cache
def _codes(style: str) -> tuple[str, str]:
    """The escape sequences around a text in this style, by Rich."""
    from rich.color import ColorSystem
    from rich.style import Style

    start, _, end = (
        Style.parse(style).render("\0", color_system=ColorSystem.STANDARD).partition("\0")
    )
    return start, end
