"""Many bodies in one cassette, and many ways to spoil a body's JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from wires import quoted

DEEP: Any = json.loads("[" * 150 + "]" * 150)
DEEP_OBJECT: Any = json.loads('{"a":' * 150 + "1" + "}" * 150)
BAD: tuple[Any, ...] = (
    None, True, 1, -1.5, "", "x", [], {}, [None, 1, "a", [], {}], {"a": [{}]}, DEEP, DEEP_OBJECT,
    10**400, float("inf"), float("nan"), "\ud800", ["a"], [[{}]], {"": None},
)  # fmt: skip
"""Values of every type; each in the place of each."""


def routes(value: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in a value."""
    yield route
    inner = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        inner = enumerate(value)
    for step, one in inner:
        yield from routes(one, (*route, step))


def spoilt(value: Any, route: tuple[str | int, ...], bad: Any) -> Any:
    """A copy with another value at the end of the way."""
    if not route:
        return bad
    copy = deepcopy(value)
    holder = copy
    for step in route[:-1]:
        holder = holder[step]
    holder[route[-1]] = bad
    return copy


def every_spoiling(value: Any, start: int, few: int) -> Iterator[Any]:
    """Each value in a value replaced by a few of the bad ones, always the next."""
    at = start
    for route in routes(value):
        for _ in range(few):
            yield spoilt(value, route, BAD[at % len(BAD)])
            at += 1


def cassette_of_many(bodies: list[tuple[bytes | str, str]]) -> str:
    """A vcrpy cassette with an interaction for each body and its type."""
    return "interactions:\n" + "".join(map(_exchange, bodies)) + "version: 1\n"


def _exchange(pair: tuple[bytes | str, str]) -> str:
    body, content_type = pair
    written = f"!!binary {b64encode(body).decode()}" if isinstance(body, bytes) else quoted(body)
    return (
        "- request: {body: null, headers: {}, method: POST, uri: 'https://a.test/v1'}\n"
        f"  response:\n    body: {{string: {written}}}\n"
        f"    headers: {{Content-Type: [{content_type}]}}\n"
        "    status: {code: 200, message: OK}\n"
    )
