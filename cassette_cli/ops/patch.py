"""What an edit changes, line by line, for people: a unified diff with secrets masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cassette_cli.ops.masks import Masks
from cassette_cli.source.document import Document
from cassette_cli.source.spans import Span

CONTEXT = 3
_MANY = 2_000
"""Lines, from which on those that are everywhere are not compared with one another."""
_SHORT = 4
"""Lines that are replaced by as many; a longer run may be lines that moved."""
_Change = tuple[int, int, int, int]
"""First and behind-last line of the old text, then of the new; 0-based."""


def unified_diff(before: Masks, after: Masks) -> Iterator[str]:
    """The lines of a unified diff, headers included, each side's secrets masked."""
    old, new = _lines(before.document), _lines(after.document)
    yield f"--- {before.document.name}"
    yield f"+++ {after.document.name}"
    for group in _groups(list(_changes(old, new))):
        yield from _hunk(group, before, after, len(old))


def _lines(document: Document) -> list[str]:
    lines = [document.lines.line(number + 1) for number in range(len(document.lines.starts))]
    return lines[:-1] if lines and not lines[-1] else lines


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Runs of lines that differ. Where only short ones do, line stands against line."""
    if len(old) == len(new):
        found = list(_line_by_line(old, new))
        if all(change[1] - change[0] <= _SHORT for change in found):
            yield from found
            return
    first, last = _same_ends(old, new)
    from difflib import SequenceMatcher

    middle = old[first : len(old) - last], new[first : len(new) - last]
    matcher = SequenceMatcher(None, *middle, autojunk=len(middle[0]) > _MANY)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield a + first, b + first, c + first, d + first


def _line_by_line(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Runs of lines that differ from those at the same place."""
    start = None
    for number, (left, right) in enumerate(zip(old, new, strict=True)):
        if left == right and start is not None:
            yield start, number, start, number
            start = None
        elif left != right and start is None:
            start = number
    if start is not None:
        yield start, len(old), start, len(new)


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the start, and how many of the others at the end."""
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - first
    last = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return first, last


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes whose contexts touch stand in one hunk."""
    group: list[_Change] = []
    for change in changes:
        if group and change[0] - group[-1][1] > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(group: Sequence[_Change], before: Masks, after: Masks, old_lines: int) -> Iterator[str]:
    low = max(0, group[0][0] - CONTEXT)
    high = min(old_lines, group[-1][1] + CONTEXT)
    new_low = group[0][2] - (group[0][0] - low)
    new_high = group[-1][3] + (high - group[-1][1])
    yield f"@@ -{low + 1},{high - low} +{new_low + 1},{new_high - new_low} @@"
    at = low
    for a, b, c, d in group:
        yield from (f" {_masked(before, number)}" for number in range(at, a))
        yield from (f"-{_masked(before, number)}" for number in range(a, b))
        yield from (f"+{_masked(after, number)}" for number in range(c, d))
        at = b
    yield from (f" {_masked(before, number)}" for number in range(at, high))


def _masked(masks: Masks, number: int) -> str:
    """The 0-based line `number` with its secrets masked."""
    lines = masks.document.lines
    start = lines.starts[number]
    return masks.text(Span(start, start + len(lines.line(number + 1))))
