"""What Betamax fails on is a fault, at its place; what it takes is none. Betamax is asked too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from documents import BETAMAX, GONE, Route, changed, fault_route, faults
from documents import HTTP_EXCHANGE as EXCHANGE
from documents import HTTP_REQUEST as REQUEST
from documents import HTTP_RESPONSE as RESPONSE

from examples import by_betamax
from examples.plan import Call, Cassette
from examples.program import Reply

NAME = "recorders/betamax"
BROKEN: list[tuple[Route, Any]] = [
    ((), [BETAMAX["http_interactions"][0]]),
    (("http_interactions",), GONE),
    (("http_interactions",), None),
    (EXCHANGE, None),
    ((*EXCHANGE, "recorded_at"), GONE),
    ((*EXCHANGE, "recorded_at"), None),
    (REQUEST, GONE),
    (RESPONSE, GONE),
    ((*REQUEST, "method"), GONE),
    ((*REQUEST, "method"), None),
    ((*REQUEST, "uri"), GONE),
    ((*REQUEST, "uri"), 1),
    ((*REQUEST, "body"), GONE),
    ((*REQUEST, "headers"), GONE),
    ((*REQUEST, "headers"), None),
    ((*REQUEST, "headers", "Accept"), []),
    ((*RESPONSE, "body"), GONE),
    ((*RESPONSE, "body"), None),
    ((*RESPONSE, "body"), "[]"),
    ((*RESPONSE, "body", "encoding"), GONE),
    ((*RESPONSE, "body", "string"), GONE),
    ((*RESPONSE, "body", "string"), [1]),
    ((*RESPONSE, "body", "base64_string"), 12),
    ((*RESPONSE, "headers"), GONE),
    ((*RESPONSE, "headers"), None),
    ((*RESPONSE, "headers", "Age"), 1),
    ((*RESPONSE, "status"), GONE),
    ((*RESPONSE, "status"), 200),
    ((*RESPONSE, "status", "code"), GONE),
    ((*RESPONSE, "status", "message"), GONE),
]
ODD: list[tuple[Route, Any]] = [
    (("recorded_with",), GONE),
    ((*EXCHANGE, "note"), "made by hand"),
    ((*REQUEST, "body"), ""),
    ((*REQUEST, "body"), None),
    ((*REQUEST, "headers", "Accept"), "application/json"),
    ((*RESPONSE, "headers"), {}),
    ((*RESPONSE, "headers", "Content-Type"), "application/json"),
    ((*RESPONSE, "body", "encoding"), None),
    ((*RESPONSE, "body", "base64_string"), "W10="),
    ((*RESPONSE, "status", "message"), None),
    ((*RESPONSE, "url"), GONE),
]


def replay(value: Any, folder: Path) -> tuple[Reply, ...]:
    """What a client of requests gets by way of Betamax for the request of the first exchange."""
    (folder / "one.json").write_text(json.dumps(value), "utf-8")
    asked = Cassette("one", (Call("GET", "/v1/things"),), serializer="json")
    return by_betamax.play(asked, folder, "none")


@pytest.mark.parametrize(("route", "value"), BROKEN)
def test_what_breaks_a_replay(route: Route, value: Any, tmp_path: Path) -> None:
    broken = changed(BETAMAX, route, value)
    assert faults(NAME, broken) == {fault_route(route, value)}
    try:
        replies = replay(broken, tmp_path)
    except (AttributeError, LookupError, TypeError, ValueError):
        return
    assert replies == (Reply(0, b"", "BetamaxError"),)


@pytest.mark.parametrize(("route", "value"), ODD)
def test_what_is_odd_and_replays(route: Route, value: Any, tmp_path: Path) -> None:
    odd = changed(BETAMAX, route, value)
    assert not faults(NAME, odd)
    assert replay(odd, tmp_path) == (Reply(200, b"[]"),)


def test_old_recordings_have_the_status_code_alone(tmp_path: Path) -> None:
    bare = changed(BETAMAX, (*RESPONSE, "status"), GONE)
    old = changed(bare, (*RESPONSE, "status_code"), 200)
    assert not faults(NAME, old)
    assert replay(old, tmp_path) == (Reply(200, b"[]"),)
