"""Whether an output holds a secret, or 12 characters of one, in any spelling."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

PIECE = 12
_FRAMES = re.compile(r"\x1b\[[0-9;]*m|[\s│┃|]+")


def spellings(value: str) -> Iterator[str]:
    """The value as it is, percent-encoded, JSON-escaped, and the insides of its base64."""
    yield value
    for _ in range(2):
        value_once = quote(value, safe="")
        yield value_once
        yield quote(value_once, safe="")
    yield json.dumps(value).strip('"').replace("/", "\\/").replace("+", "\\u002B")
    for shift in range(3):
        # The first and last group of four depend on the neighbours.
        yield b64encode(b"\0" * shift + value.encode()).decode().rstrip("=")[4:-4]


@cache
def pieces(value: str) -> frozenset[str]:
    """Every 12 characters in a row of every spelling."""
    return frozenset(piece for one in spellings(value) for piece in _pieces(one))


def _pieces(text: str) -> Iterator[str]:
    return (text[at : at + PIECE] for at in range(len(text) - PIECE + 1))


def leaked(output: str, secrets: dict[str, str]) -> list[str]:
    """The names of the secrets of which the output holds a piece, also over line ends."""
    held = {*_pieces(output), *_pieces(_FRAMES.sub("", output))}
    return [name for name, value in secrets.items() if not held.isdisjoint(pieces(value))]
