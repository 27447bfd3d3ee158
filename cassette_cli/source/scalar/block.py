"""Literal and folded scalars taken apart: header, content column, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cassette_cli.lazy import lazy
from cassette_cli.source.scalar.chars import BREAK, BREAKS

_HEADER = lazy(
    "([|>])(?:([-+]?)([1-9]?)|([1-9])([-+]))([ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?)"
    "(\r\n|[\r\n\x85\u2028\u2029]|$)"
)
_LINE = lazy("([^\r\n\x85\u2028\u2029]*)(\r\n|[\r\n\x85\u2028\u2029]|$)")
_CONTENT = lazy("[^ \r\n\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Header:
    """The line that opens a block scalar; `rest` is its blanks and comment, without the break."""

    sign: str
    chomping: str
    digit: int | None
    rest: str
    line_break: str

    def __str__(self) -> str:
        """The line as it is written, break included."""
        digit = str(self.digit or "")
        return f"{self.sign}{digit}{self.chomping}{self.rest}{self.line_break}"


class Line(NamedTuple):
    """A line under the header: spaces of indentation, the text after them, and its break."""

    indent: int
    text: str
    line_break: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block scalar taken apart; `indent` is the column of its content."""

    header: Header
    header_length: int
    indent: int
    lines: list[Line]

    @property
    def last(self) -> int:
        """Index of the last line that has text; -1 without one."""
        backwards = range(len(self.lines) - 1, -1, -1)
        return next((at for at in backwards if self.lines[at].text), -1)

    @property
    def tail(self) -> str:
        """The source after the last line's text: its break and the blank lines that follow."""
        at = self.last
        head = self.lines[at].line_break if at >= 0 else self.header.line_break
        return head + "".join(" " * line.indent + line.line_break for line in self.lines[at + 1 :])


def read_header(source: str) -> Header:
    """The header of a block scalar; ValueError where there is none."""
    found = _HEADER.match(source)
    if found is None:
        raise ValueError("no header of a block scalar")
    sign, late, digit, early, first, rest, line_break = found.groups()
    number = digit or early
    chomping = late or first or ""
    return Header(sign, chomping, int(number) if number else None, rest, line_break)


def content_indent(source: str, column: int) -> int:
    """The content's column as libyaml finds it, under a parent at `column` (-1: none).

    Without an indicator it is the larger of the leading blank lines' spaces and those of the first
    line with text.
    """
    header = read_header(source)
    if header.digit is not None:
        return max(column, 0) + header.digit
    widest = 0
    for found in _LINE.finditer(source, len(str(header))):
        text = found[1].lstrip(" ")
        widest = max(widest, len(found[1]) - len(text))
        if text:
            break
    if found[1].lstrip(" ").startswith("\t"):
        raise ValueError("a tab where indentation is looked for")
    return max(widest, column + 1, 1)


def likely_indents(source: str, value: str) -> Sequence[int]:
    """Columns that the content may have, the parent unknown: the event's value tells."""
    body = len(str(read_header(source)))
    there, given = _CONTENT.search(source, body), _CONTENT.search(value)
    if there and given:
        return [_spaces_before(source, there.start()) - _spaces_before(value, given.start())]
    # Blanks only: what a line has beyond the content's column is value.
    widest, kept = (max(map(len, BREAK.split(text))) for text in (source[body:], value))
    return [max(1, widest - kept)]


def read_block(source: str, indent: int) -> Block:
    """Take a block scalar apart; ValueError when a line stands left of its content."""
    header = read_header(source)
    if indent < 1:
        raise ValueError("no indentation")
    body = len(str(header))
    return Block(header, body, indent, list(_lines(source, body, indent)))


def _lines(source: str, body: int, indent: int) -> Iterator[Line]:
    margin = " " * indent
    for text, line_break in _LINE.findall(source, body):
        if text.startswith(margin):
            yield Line(indent, text[indent:], line_break)
        elif text.strip(" "):
            raise ValueError("a line left of the content")
        elif text or line_break:
            yield Line(len(text), "", line_break)


def _spaces_before(text: str, at: int) -> int:
    head = text[max(text.rfind(char, 0, at) for char in BREAKS) + 1 : at]
    return len(head) - len(head.rstrip(" "))
