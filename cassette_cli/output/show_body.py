"""Headers and bodies for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.lazy import lazy
from cassette_cli.model.body import Body
from cassette_cli.model.cassette import Message
from cassette_cli.output.foreign import one_line, printable
from cassette_cli.output.json_lines import json_lines
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.units import size
from cassette_cli.source.text import utf8

_LINES = 200
_LINE_LENGTH = 2_000
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


def body_lines(body: Body, *, whole: bool) -> Iterator[StyledLine]:
    """The body, JSON indented; beyond 200 lines only with `whole`."""
    if body.problem:
        yield [Run(f"undecodable: {one_line(body.problem)}", "red")]
    if body.text is None and body.tree is None:
        if body.data is not None and body.data.value:
            yield [Run(f"{body.kind}, {size(body.size)}", "dim")]
        return
    colour = _json_runs if body.kind == "json" else _plain_runs
    lines = _text_lines(body)
    for line in lines if whole else islice(lines, _LINES):
        yield colour(line if whole else _short(line))
    if not whole and next(lines, None) is not None:
        yield [Run(f"… these are the first {_LINES} lines of {size(body.size)}; --full", "dim")]


def _text_lines(body: Body) -> Iterator[str]:
    """The lines as shown, each made when it is asked for."""
    if body.tree is not None:
        yield from map(printable, json_lines(tree_text(body.tree)))
        return
    text = body.text.value if body.text is not None else ""
    if body.kind == "json" and _is_json(text):
        yield from map(printable, json_lines(text))
    else:
        yield from printable(text).removesuffix("\n").split("\n")


def _is_json(text: str) -> bool:
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


def _short(line: str) -> str:
    if len(line) <= _LINE_LENGTH:
        return line
    return f"{line[:_LINE_LENGTH]}… {len(line) - _LINE_LENGTH:,} more characters; --full"


def _plain_runs(line: str) -> StyledLine:
    return [Run(line)]


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
