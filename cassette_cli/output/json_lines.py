"""JSON indented for reading, made line by line so that nobody waits for what is not shown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cassette_cli.lazy import lazy

_TOKEN = lazy(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


def json_lines(text: str) -> Iterator[str]:
    """The lines of a valid JSON text, indented by two blanks a level.

    Numbers stay as they are written, repeated keys are all there, and strings show the characters
    that their escapes stand for.
    """
    line, depth, opened = "", 0, False
    for found in _TOKEN.finditer(text):
        token = found.group()
        closes = token in ("]", "}")
        depth -= closes
        if opened != closes:
            yield line
            line = "  " * depth
        opened = token in ("[", "{")
        depth += opened
        line += _shown(token)
        if token == ",":
            yield line
            line = "  " * depth
    yield line


def _shown(token: str) -> str:
    if token == ":":
        return ": "
    if "\\" in token:
        return json.dumps(json.loads(token, strict=False), ensure_ascii=False)
    return token
