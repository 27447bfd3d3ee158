"""The lines of an event stream, each with its place (WHATWG HTML standard, section 9.2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.lazy import lazy
from cassette_cli.source.spans import Span

_LINE = lazy(r"([^:\r\n]*)(?:: ?)?([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """One line that is not blank: field name, value, and the span of the line without its break.

    A comment has the empty name. Offsets are characters of the body text.
    """

    name: str
    value: str
    span: Span
    value_start: int


def parse_lines(text: str) -> Iterator[Line | None]:
    """Lines in order, None for a blank one; one BOM at the very start is dropped."""
    size = len(text)
    for found in _LINE.finditer(text, 1 if text.startswith("\ufeff") else 0):
        start = found.start()
        value_start, end = found.span(2)
        if start < end:
            yield Line(found[1], found[2], Span(start, end), value_start)
        elif start < size:
            yield None
