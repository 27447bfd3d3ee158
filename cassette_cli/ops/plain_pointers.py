"""Pointers that are made of known names alone: no secret stands in them, and none is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from cassette_cli.model.cassette import RecorderInfo
from cassette_cli.ops.masks import TELLING
from cassette_cli.ops.volatile import VOLATILE_HEADERS
from cassette_cli.recorders.recorder import recorder_of
from cassette_cli.schemas import schema

_HEADERS = frozenset(
    {
        "accept-encoding", "accept-language", "authorization", "cache-control", "connection",
        "content-disposition", "content-encoding", "content-language", "content-length",
        "content-type", "last-modified", "set-cookie", "transfer-encoding", "user-agent",
        *VOLATILE_HEADERS,
    }
)  # fmt: skip
"""Names of headers in lower case."""


def are_plain(pointers: Iterable[str], recorder: RecorderInfo) -> bool:
    """Whether every step of every JSON Pointer is short, a field of the recorder or a header."""
    fields = _fields(recorder_of(recorder).schema)
    steps = {step for pointer in pointers for step in pointer.split("/")}
    return all(len(step) < TELLING or step in fields or step.lower() in _HEADERS for step in steps)


@cache
def _fields(name: str) -> frozenset[str]:
    """Every property that a recorder's schema names."""
    return frozenset(_properties(schema(name)))


def _properties(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        named = part.get("properties")
        yield from named if isinstance(named, dict) else ()
    if isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from _properties(one)
