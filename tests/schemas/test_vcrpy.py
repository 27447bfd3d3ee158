"""What vcrpy fails on is a fault, at its place; what it takes is none. vcrpy is asked as well."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from documents import EXCHANGE, GONE, REQUEST, RESPONSE, VCRPY, Route, changed, fault_route, faults

NAME = "recorders/vcrpy"
BROKEN: list[tuple[Route, Any]] = [
    ((), [VCRPY["interactions"][0]]),
    (("interactions",), GONE),
    (EXCHANGE, None),
    (EXCHANGE, {"kind": "message", "direction": "sent", "data": "{}"}),
    (REQUEST, GONE),
    (RESPONSE, GONE),
    ((*REQUEST, "method"), GONE),
    ((*REQUEST, "method"), None),
    ((*REQUEST, "uri"), GONE),
    ((*REQUEST, "uri"), None),
    ((*REQUEST, "body"), GONE),
    ((*REQUEST, "headers"), GONE),
    ((*REQUEST, "headers", "Accept"), []),
    ((*RESPONSE, "body"), GONE),
    ((*RESPONSE, "body"), None),
    ((*RESPONSE, "body"), "[]"),
    ((*RESPONSE, "body", "string"), GONE),
    ((*RESPONSE, "body", "string"), 12),
    ((*RESPONSE, "headers"), GONE),
    ((*RESPONSE, "headers"), None),
    ((*RESPONSE, "headers", "Age"), 1),
    ((*RESPONSE, "headers", "Age"), None),
    ((*RESPONSE, "status"), GONE),
    ((*RESPONSE, "status"), 200),
    ((*RESPONSE, "status", "code"), GONE),
    ((*RESPONSE, "status", "code"), "200"),
    ((*RESPONSE, "status", "code"), None),
    ((*RESPONSE, "status", "message"), GONE),
    ((*RESPONSE, "status", "message"), 200),
]
DEEPER: list[tuple[Route, Any, Route]] = [
    ((*REQUEST, "url"), "https://api.example.com", REQUEST),
    ((*RESPONSE, "headers", "Age"), [1], (*RESPONSE, "headers", "Age", 0)),
]
ODD: list[tuple[Route, Any]] = [
    (("interactions",), []),
    (("version",), GONE),
    (("metadata",), {"made": "by hand"}),
    ((*EXCHANGE, "recorded_at"), "2026-01-01T00:00:00"),
    ((*REQUEST, "body"), "a=1"),
    ((*REQUEST, "headers"), None),
    ((*REQUEST, "headers", "Content-Length"), [0]),
    ((*REQUEST, "headers", "Accept"), "application/json"),
    ((*RESPONSE, "headers"), {}),
    ((*RESPONSE, "headers", "Accept"), "application/json"),
    ((*RESPONSE, "status", "message"), None),
    ((*RESPONSE, "url"), "https://api.example.com/v1/things"),
]
OLD_HTTPX = {"status_code": 200, "http_version": "HTTP/1.1", "headers": {"A": "b"}, "content": ""}
DIALECTS: list[tuple[Route, Any]] = [
    (("interactions",), None),
    (RESPONSE, OLD_HTTPX),
    ((*RESPONSE, "body", "string"), None),
    ((*RESPONSE, "headers"), [["Expires", ["-1"]], ["Age", "0"]]),
]


class Told:
    """A serializer that gives back a value, as if it had read it."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def deserialize(self, _text: str) -> Any:
        return deepcopy(self.value)


def replay(value: Any) -> None:
    """What vcrpy and a client do with a cassette, for the request of its first exchange."""
    from vcr import matchers
    from vcr.request import Request
    from vcr.serialize import deserialize
    from vcr.stubs import VCRHTTPResponse

    requests, responses = deserialize("", Told(value))[:2]
    live = Request("GET", "https://api.example.com/v1/things", None, {})
    by_default = [getattr(matchers, name) for name in ("method", "scheme", "host", "path", "query")]
    for request, response in zip(requests, responses, strict=True):
        assert matchers.requests_match(live, request, by_default)
        played = VCRHTTPResponse(response)
        assert played.status >= 100
        assert isinstance(played.read(), bytes)
        _ = (played.reason or "").encode()


@pytest.mark.parametrize(("route", "value"), BROKEN)
def test_what_breaks_a_replay(route: Route, value: Any) -> None:
    broken = changed(VCRPY, route, value)
    assert faults(NAME, broken) == {fault_route(route, value)}
    with pytest.raises((AssertionError, AttributeError, LookupError, TypeError, ValueError)):
        replay(broken)


@pytest.mark.parametrize(("route", "value", "where"), DEEPER)
def test_what_breaks_it_next_to_the_edit(route: Route, value: Any, where: Route) -> None:
    broken = changed(VCRPY, route, value)
    assert faults(NAME, broken) == {where}
    with pytest.raises((AttributeError, TypeError)):
        replay(broken)


@pytest.mark.parametrize(("route", "value"), ODD)
def test_what_is_odd_and_replays(route: Route, value: Any) -> None:
    odd = changed(VCRPY, route, value)
    assert not faults(NAME, odd)
    replay(odd)


@pytest.mark.parametrize(("route", "value"), DIALECTS)
def test_what_others_than_todays_vcrpy_wrote(route: Route, value: Any) -> None:
    assert not faults(NAME, changed(VCRPY, route, value))


@pytest.mark.parametrize("tree", [{"a": [1]}, [], "text", 1, True])
@pytest.mark.parametrize("side", [REQUEST, RESPONSE])
def test_a_parsed_body_stands_in_for_a_body(side: Route, tree: Any) -> None:
    bare = changed(VCRPY, (*side, "body"), GONE)
    assert faults(NAME, bare) == {side}
    assert not faults(NAME, changed(bare, (*side, "parsed_body"), tree))
