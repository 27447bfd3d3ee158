"""Cassettes as plain values, edited at one place, held against a schema of `schemas/`."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from examples.server import ORIGIN

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
Route = tuple[str | int, ...]

GONE: Any = object()
"""In an edit: the key is taken away."""

EXCHANGE: Route = ("interactions", 0)
REQUEST: Route = (*EXCHANGE, "request")
RESPONSE: Route = (*EXCHANGE, "response")

HTTP_EXCHANGE: Route = ("http_interactions", 0)
HTTP_REQUEST: Route = (*HTTP_EXCHANGE, "request")
HTTP_RESPONSE: Route = (*HTTP_EXCHANGE, "response")

GO_V1: Any = {
    "version": 1,
    "interactions": [
        {
            "request": {
                "body": "",
                "form": {},
                "headers": {"Accept": ["application/json"]},
                "url": "https://api.example.com/v1/things",
                "method": "GET",
            },
            "response": {
                "body": "[]",
                "headers": {"Content-Type": ["application/json"]},
                "status": "200 OK",
                "code": 200,
                "duration": "",
            },
        }
    ],
}
GO_V2: Any = deepcopy(GO_V1)
GO_V2["version"] = 2
GO_V2["interactions"][0]["id"] = 0
GO_V2["interactions"][0]["response"]["duration"] = "547.220583ms"
VCRPY: Any = {
    "interactions": [
        {
            "request": {
                "body": None,
                "headers": {"Accept": ["application/json"]},
                "method": "GET",
                "uri": "https://api.example.com/v1/things",
            },
            "response": {
                "body": {"string": "[]"},
                "headers": {"Content-Type": ["application/json"]},
                "status": {"code": 200, "message": "OK"},
            },
        }
    ],
    "version": 1,
}


BETAMAX: Any = {
    "http_interactions": [
        {
            "recorded_at": "2026-11-23T08:00:00",
            "request": {
                "body": {"encoding": "utf-8", "string": ""},
                "headers": {"Accept": ["application/json"]},
                "method": "GET",
                "uri": f"{ORIGIN}/v1/things",
            },
            "response": {
                "body": {"encoding": "utf-8", "string": "[]"},
                "headers": {"Content-Type": ["application/json"]},
                "status": {"code": 200, "message": "OK"},
                "url": f"{ORIGIN}/v1/things",
            },
        }
    ],
    "recorded_with": "betamax/0.9.0",
}
RUBY_VCR: Any = {
    "http_interactions": [
        {
            "request": {
                "method": "get",
                "uri": f"{ORIGIN}/v1/things",
                "body": {"encoding": "US-ASCII", "string": ""},
                "headers": {"Accept": ["application/json"]},
            },
            "response": {
                "status": {"code": 200, "message": "OK"},
                "headers": {"Content-Type": ["application/json"]},
                "body": {"encoding": "UTF-8", "string": "[]"},
                "http_version": None,
            },
            "recorded_at": "Mon, 23 Nov 2026 08:00:00 GMT",
        }
    ],
    "recorded_with": "VCR 6.1.0",
}


def schema(name: str) -> Any:
    """The schema `recorders/vcrpy`, `output/lint.v1` ..., as it stands in the checkout."""
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


def faults(name: str, value: Any) -> set[Route]:
    """The places of a value that its schema has something against."""
    errors = Draft202012Validator(schema(name)).iter_errors(value)
    return {tuple(error.absolute_path) for error in errors}


def changed(base: Any, route: Route, value: Any) -> Any:
    """A copy with another value at a place; with `GONE`, without what stands there."""
    if not route:
        return value
    copy = deepcopy(base)
    node = copy
    for step in route[:-1]:
        node = node[step]
    if value is GONE:
        del node[route[-1]]
    else:
        node[route[-1]] = value
    return copy


def fault_route(route: Route, value: Any) -> Route:
    """Where a fault is expected: what is missing is a fault of what it is missing from."""
    return route[:-1] if value is GONE else route
