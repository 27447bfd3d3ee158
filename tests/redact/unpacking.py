"""All the texts in a file, unpacked by nothing of this program: base64, gzip, JSON in strings."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML

_DEEPEST = 4


def texts(data: bytes) -> Iterator[bytes]:
    """The file, every string in it, and what each of them holds once it is unpacked."""
    yield data
    text = data.decode()
    if text.startswith("{"):
        tree = json.loads(text)
    else:
        tree = YAML(typ="safe", pure=True).load(re.sub(r"(?<=[\s\[])!binary ", "!!binary ", text))
    yield from _within(tree, _DEEPEST)


def _within(value: Any, depth: int) -> Iterator[bytes]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        # What came in pieces, and what was streamed in deltas, is one text.
        yield b"".join(piece for one in value for piece in _unpacked(one))
        for one in value:
            yield from _within(one, depth)
    elif isinstance(value, str | bytes) and depth:
        data = value.encode() if isinstance(value, str) else value
        yield data
        for inner in (*_unpacked(data), *_gunzipped(data), *_parsed(data)):
            yield from _within(inner, depth - 1)


def _unpacked(value: Any) -> list[bytes]:
    if not isinstance(value, str | bytes):
        return []
    data = value.encode() if isinstance(value, str) else value
    try:
        return [b64decode(re.sub(rb"\s", b"", data), validate=True)]
    except ValueError:
        return []


def _gunzipped(data: bytes) -> list[bytes]:
    try:
        return [gzip.decompress(data)]
    except (OSError, EOFError):
        return []


def _parsed(data: bytes) -> list[Any]:
    try:
        return [json.loads(data)]
    except ValueError:
        return []
