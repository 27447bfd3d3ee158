"""The parts of a multipart body (RFC 2046, section 5.1; RFC 7578 for forms), with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.bodies.disposition import parameter
from cassette_cli.lazy import lazy
from cassette_cli.source.spans import Span

_BOUNDARY = lazy(r"boundary\s*=\s*(?:\"([^\"]{1,200})\"|([^\s;,]{1,200}))", re.IGNORECASE)
_FIRST_LINE = lazy(r"(?:\r?\n)?--([^\r\n]{1,200}?)[ \t]*\r?\n")
_HEADERS_END = lazy(r"\r?\n\r?\n")
_HEADER_BREAK = lazy(r"\r?\n(?![ \t])")


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One part: what its headers call it, and where its content stands in the body."""

    name: str | None
    file: str | None
    content_type: str
    span: Span


def parts(text: str, content_type: str) -> list[Part]:
    """The parts of a body, given as its text or with each byte as one character.

    Where no boundary is declared, or none that occurs, the first line is taken for it. A last part
    that no border ends is one; what follows the closing border is none.
    """
    boundary = _boundary(text, content_type)
    return list(_parts(text, boundary)) if boundary is not None else []


def _parts(text: str, boundary: str) -> Iterator[Part]:
    start: int | None = None
    border = rf"(?:\A|\r?\n)--{re.escape(boundary)}(--)?[ \t]*(?=\r?\n|\Z)"
    for found in re.finditer(border, text):
        if start is not None:
            yield _part(text, start, found.start())
        start = found.end()
        if found[1]:
            return
    if start is not None and text[start:].strip():
        yield _part(text, start, len(text))


def _boundary(text: str, content_type: str) -> str | None:
    declared = _BOUNDARY.search(content_type)
    if declared and f"--{declared[1] or declared[2]}" in text:
        return declared[1] or declared[2]
    first = _FIRST_LINE.match(text)
    return first[1] if first else None


def _part(text: str, start: int, end: int) -> Part:
    """A part between the end of one border line, its break not counted, and the next border."""
    gap = _HEADERS_END.search(text, start, end)
    head = text[start : gap.start()] if gap else text[start:end]
    fields = _fields(head)
    disposition = fields.get("content-disposition", "")
    name, file = (_parameter(disposition, one) for one in ("name", "filename"))
    return Part(name, file, fields.get("content-type", ""), Span(gap.end() if gap else end, end))


def _fields(head: str) -> dict[str, str]:
    """Headers by their names in lower case, folded lines unfolded (RFC 5322, section 2.2.3)."""
    pairs = (line.partition(":") for line in _HEADER_BREAK.split(head) if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _parameter(value: str, name: str) -> str | None:
    found = parameter(value, name)
    return _as_utf8(found) if found is not None else None


def _as_utf8(name: str) -> str:
    """A name that was read byte for character."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name
