"""Literal and folded scalars edited in place, or laid again under a header that fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cassette_cli.source.scalar.block import Block, Header
from cassette_cli.source.scalar.chars import BLANKS, BREAK, BREAKS, NEEDS_ESCAPE
from cassette_cli.source.scalar.context import ScalarContext
from cassette_cli.source.scalar.region import Regions
from cassette_cli.source.spans import Edit, Span

_WIDEST_INDICATOR = 9


def spliced_literal(
    regions: Regions, edits: Sequence[Edit[str]], block: Block
) -> list[Edit[str]] | None:
    """Edits of the source that write each region's lines at the content's column, or None."""
    if any(NEEDS_ESCAPE.search(text) for _, text in edits):
        return None
    starts = [0, *(found.end() for found in BREAK.finditer(regions.source))]
    return [_lines_in_place(regions, edit, block, starts) for edit in edits]


def _lines_in_place(
    regions: Regions, edit: Edit[str], block: Block, starts: list[int]
) -> Edit[str]:
    start, end = regions.map.to_source(*edit.span)
    rest = regions.source[end : end + 1] not in BREAKS
    lines = edit.replacement.split("\n")
    indent = " " * block.indent
    missing = block.indent - (start - starts[bisect_right(starts, start) - 1])
    filled = [bool(line) for line in lines]
    filled[-1] = filled[-1] or rest
    out = [" " * missing + lines[0] if filled[0] else lines[0]]
    out += [
        indent + line if full else line for line, full in zip(lines[1:], filled[1:], strict=True)
    ]
    return Edit(Span(start, end), block.header.line_break.join(out))


def fitting_headers(block: Block, context: ScalarContext) -> Iterator[Header]:
    """The header as it is, then with the indicator that its content's column needs."""
    yield block.header
    digit = block.indent - max(context.column, 0)
    if block.header.digit is None and 1 <= digit <= _WIDEST_INDICATOR:
        yield replace(block.header, digit=digit)


def laid_again(block: Block, wanted: str, context: ScalarContext) -> Iterator[str]:
    """The whole scalar laid again: same column first, then two columns inside the parent."""
    if not wanted.strip("\n") or NEEDS_ESCAPE.search(wanted):
        return
    fresh = replace(block, indent=len(context.indent))
    headers = [(block, header) for header in fitting_headers(block, context)]
    for there, header in (*headers, (fresh, replace(block.header, digit=2))):
        line_break = header.line_break or context.line_break
        yield from _laid(there, replace(header, line_break=line_break), wanted)


def left_behind(block: Block) -> str:
    """What stays behind a block scalar that is now quoted: comment, and blank lines of no value."""
    tail = block.tail
    if block.header.chomping == "+":
        found = BREAK.match(tail)
        tail = found.group() if found else ""
    comment = block.header.rest.lstrip(BLANKS)
    return (f" {comment}" if comment else "") + tail


def _laid(block: Block, header: Header, wanted: str) -> Iterator[str]:
    body = wanted.rstrip("\n")
    newlines = len(wanted) - len(body)
    line_break = header.line_break
    folded = header.sign == ">"
    text = _folded_lines(body, line_break) if folded else body.replace("\n", line_break)
    indented = re.sub(
        f"(^|{BREAK.pattern})(?=[^{BREAKS}])", lambda found: found[1] + " " * block.indent, text
    )
    for chomping in dict.fromkeys((header.chomping, {0: "-", 1: ""}.get(newlines, "+"))):
        opening = str(replace(header, chomping=chomping))
        yield opening + indented + _ending(block, chomping, line_break * newlines)


def _folded_lines(body: str, line_break: str) -> str:
    """Newlines that fold take one break more; beside lines that begin blank they do not fold."""
    lines = re.split("(\n+)", body)
    for at in range(1, len(lines), 2):
        before, after = lines[at - 1], lines[at + 1]
        more_indented = not before or before[0] in BLANKS or after[:1] in BLANKS
        lines[at] = line_break * (len(lines[at]) + (0 if more_indented else 1))
    return "".join(lines)


def _ending(block: Block, chomping: str, newlines: str) -> str:
    """The breaks after the last text, and the blank lines that were there and are no value."""
    tail = block.tail
    first = BREAK.match(tail)
    if first is None or (chomping == "+" and newlines):
        return newlines
    if block.header.chomping == "+":
        return first.group()
    return tail
