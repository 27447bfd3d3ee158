"""Headers and bodies for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.lazy import lazy
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Message
from cassette_cli.model.view import FactsView, JsonView, TableView, TextView, XmlView
from cassette_cli.output.foreign import one_line, printable
from cassette_cli.output.json_lines import json_lines
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.table import Column, table
from cassette_cli.output.units import size
from cassette_cli.output.xml_lines import xml_lines
from cassette_cli.source.text import utf8

_LINES = 200
_LINE_LENGTH = 2_000
_CELL = 400
"""Characters of a cell that are shown."""
_TAG = lazy(r"(<[^>]*>?)")
_JSON = lazy(r'("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)')


def header_lines(message: Message) -> Iterator[StyledLine]:
    """`Name: value`, a line each."""
    for header in message.headers:
        for value in header.values:
            name = one_line(header.name.value)
            yield [Run(name, "cyan"), Run(": "), Run(one_line(value.value))]


def body_summary(body: Body) -> str:
    """`application/json · 220 B · gzip · stored as base64`."""
    if body.kind == "empty":
        return "no body"
    parts = [one_line(body.content_type or body.kind), size(body.size)]
    if body.content_encoding:
        parts.append(one_line(body.content_encoding))
    if body.stored_as != "text":
        parts.append(f"stored as {body.stored_as}")
    return " · ".join(parts)


def body_lines(body: Body, width: int | None, *, whole: bool) -> Iterator[StyledLine]:
    """The body in the form that suits its kind; beyond 200 lines only with `whole`."""
    if body.problem:
        yield [Run(f"undecodable: {one_line(body.problem)}", "red")]
    lines = _lines(body, width, whole=whole)
    yield from lines if whole else islice(lines, _LINES)
    if not whole and next(lines, None) is not None:
        yield [Run(f"… these are the first {_LINES} lines of {size(body.size)}; --full", "dim")]


def _lines(body: Body, width: int | None, *, whole: bool) -> Iterator[StyledLine]:
    """The lines as shown, each made when it is asked for."""
    limit = None if whole else _LINE_LENGTH
    match body.view():
        case JsonView(text) if is_value(text):
            return (_json_runs(_short(printable(line), limit)) for line in json_lines(text))
        case JsonView(text) | TextView(text):
            return (_plain_runs(_short(line, limit)) for line in _text_lines(text))
        case XmlView(text):
            return (_xml_runs(_short(printable(line), limit)) for line in xml_lines(text))
        case TableView() as view:
            return _table(view, width, limit)
        case FactsView(facts):
            return iter([[Run(" · ".join((body.kind, size(body.size), *facts)), "dim")]])
        case None:
            return iter(())


def _text_lines(text: str) -> Iterator[str]:
    yield from printable(text).removesuffix("\n").split("\n")


def _table(view: TableView, width: int | None, limit: int | None) -> Iterator[StyledLine]:
    """The cells on one line each, the first column as names, the last one giving way."""
    last = len(view.columns) - 1
    shown = [[_short(one_line(cell), limit and _CELL) for cell in row] for row in view.rows]
    heads = [
        Column(name, "cyan" if not number else "", flexible=number == last)
        for number, name in enumerate(view.columns)
    ]
    return table(heads, shown, width)


def is_value(text: str) -> bool:
    """Whether a text is JSON, for the parsers that clients use."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def body_bytes(body: Body) -> bytes:
    """The decoded body as bytes: what `--raw` writes."""
    if body.tree is not None:
        return utf8(tree_text(body.tree))
    if body.data is not None:
        return body.data.value
    return utf8(body.text.value) if body.text is not None else b""


def _short(line: str, limit: int | None) -> str:
    if limit is None or len(line) <= limit:
        return line
    return f"{line[:limit]}… {len(line) - limit:,} more characters; --full"


def _plain_runs(line: str) -> StyledLine:
    return [Run(line)]


def _xml_runs(line: str) -> StyledLine:
    """Tags in one colour, texts in another."""
    runs: StyledLine = []
    for number, part in enumerate(_TAG.split(line)):
        if part:
            runs.append(Run(part, "cyan" if number % 2 else "green"))
    return runs


def _json_runs(line: str) -> StyledLine:
    runs: StyledLine = []
    at = 0
    for found in _JSON.finditer(line):
        runs.append(Run(line[at : found.start()]))
        if found.group(2):
            runs += (Run(found.group(1), "cyan"), Run(found.group(2)))
        else:
            runs.append(Run(found.group(), "green" if found.group(1) else "magenta"))
        at = found.end()
    runs.append(Run(line[at:]))
    return runs
