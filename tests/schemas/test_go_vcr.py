"""What go-vcr would not load or not replay is a fault, at its place; what it takes is none.

The expectations are those of its loader, gopkg.in/yaml.v2 and v3 (`decode.go`): any scalar goes
into a Go string, only numbers into an int, and lists and mappings must be where they belong.
"""

from __future__ import annotations

from typing import Any

import pytest
from documents import (
    EXCHANGE,
    GO_V1,
    GO_V2,
    GONE,
    REQUEST,
    RESPONSE,
    Route,
    changed,
    fault_route,
    faults,
)

FORMATS = [("recorders/go-vcr-v1", GO_V1), ("recorders/go-vcr-v2", GO_V2)]
BOTH = pytest.mark.parametrize(("name", "base"), FORMATS, ids=["v1", "v2"])
V2 = "recorders/go-vcr-v2"

BROKEN: list[tuple[Route, Any]] = [
    ((), []),
    (("version",), GONE),
    (("version",), "1"),
    (("version",), 3),
    (("interactions",), GONE),
    (("interactions",), {}),
    (("interactions",), ""),
    (EXCHANGE, None),
    (REQUEST, GONE),
    (RESPONSE, None),
    ((*REQUEST, "url"), GONE),
    ((*REQUEST, "url"), None),
    ((*REQUEST, "method"), GONE),
    ((*REQUEST, "method"), ["GET"]),
    ((*REQUEST, "body"), {"a": 1}),
    ((*REQUEST, "form"), []),
    ((*REQUEST, "form", "q"), "x"),
    ((*REQUEST, "headers"), ""),
    ((*REQUEST, "headers", "Accept"), "application/json"),
    ((*RESPONSE, "body"), ["a"]),
    ((*RESPONSE, "status"), {}),
    ((*RESPONSE, "code"), GONE),
    ((*RESPONSE, "code"), "200"),
    ((*RESPONSE, "code"), None),
    ((*RESPONSE, "code"), True),
    ((*RESPONSE, "duration"), []),
]
ODD: list[tuple[Route, Any]] = [
    (("interactions",), []),
    (("interactions",), None),
    (("name",), "an unknown key, which go-yaml passes over"),
    ((*REQUEST, "body"), GONE),
    ((*REQUEST, "body"), 12),
    ((*REQUEST, "form"), None),
    ((*REQUEST, "form", "q"), ["x", 1, None]),
    ((*REQUEST, "headers"), GONE),
    ((*REQUEST, "headers", "Accept"), None),
    ((*REQUEST, "headers", "X-Limit"), [10, True]),
    ((*RESPONSE, "body"), None),
    ((*RESPONSE, "status"), 200),
    ((*RESPONSE, "code"), 200.0),
    ((*RESPONSE, "duration"), GONE),
]
BROKEN_V2: list[tuple[Route, Any]] = [
    ((*EXCHANGE, "id"), "0"),
    ((*REQUEST, "content_length"), "220"),
    ((*REQUEST, "transfer_encoding"), "chunked"),
    ((*REQUEST, "trailer"), []),
    ((*RESPONSE, "proto_major"), "1"),
    ((*RESPONSE, "uncompressed"), 1),
    *(((*RESPONSE, "duration"), text) for text in ("", "5", "5 ms", "1ms2", "ms", "1:30")),
]
ODD_V2: list[tuple[Route, Any]] = [
    ((*EXCHANGE, "id"), GONE),
    ((*REQUEST, "id"), 0),
    ((*REQUEST, "content_length"), -1),
    ((*REQUEST, "host"), ""),
    ((*REQUEST, "transfer_encoding"), []),
    ((*REQUEST, "trailer"), {}),
    ((*RESPONSE, "proto"), "HTTP/2.0"),
    ((*RESPONSE, "uncompressed"), True),
    ((*RESPONSE, "duration"), 547220583),
    *(((*RESPONSE, "duration"), text) for text in ("0s", "1m2.5s", "-.5h", "+1.us", "3µs", "0")),
]


@BOTH
@pytest.mark.parametrize(("route", "value"), BROKEN)
def test_what_breaks_a_replay(name: str, base: Any, route: Route, value: Any) -> None:
    assert faults(name, changed(base, route, value)) == {fault_route(route, value)}


@BOTH
@pytest.mark.parametrize(("route", "value"), ODD)
def test_what_is_odd_and_replays(name: str, base: Any, route: Route, value: Any) -> None:
    assert not faults(name, changed(base, route, value))


@BOTH
def test_a_list_among_the_values_of_a_header(name: str, base: Any) -> None:
    header = (*RESPONSE, "headers", "Accept")
    assert faults(name, changed(base, header, ["a", ["b"]])) == {(*header, 1)}


@pytest.mark.parametrize(("route", "value"), BROKEN_V2)
def test_what_breaks_a_replay_of_format_2(route: Route, value: Any) -> None:
    assert faults(V2, changed(GO_V2, route, value)) == {fault_route(route, value)}


@pytest.mark.parametrize(("route", "value"), ODD_V2)
def test_what_is_odd_and_replays_in_format_2(route: Route, value: Any) -> None:
    assert not faults(V2, changed(GO_V2, route, value))


def test_format_1_takes_any_text_for_a_duration() -> None:
    longest = changed(GO_V1, (*RESPONSE, "duration"), "a while")
    assert not faults("recorders/go-vcr-v1", longest)


@pytest.mark.parametrize("value", [{"request_sample": {}, "response_sample": {}}])
def test_a_grpc_call_stands_in_for_an_exchange_in_format_1(value: Any) -> None:
    assert not faults("recorders/go-vcr-v1", changed(GO_V1, EXCHANGE, value))
