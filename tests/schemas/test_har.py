"""What readers of HAR cannot do without is a fault, at its place; what they do without is none.

Polly.js, which replays HAR, is asked about the latter, for all cases at once.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from documents import GONE, ROOT, Route, changed, fault_route, faults
from needing import need

from examples import by_polly
from examples.plan import HAR, Cassette
from examples.program import Reply

NAME = "recorders/har"
ONE = next(cassette for cassette in HAR if cassette.name == "chat-json")
BASE = json.loads((ROOT / "examples" / "har" / ONE.file).read_text("utf-8"))
ENTRY: Route = ("log", "entries", 0)
REQUEST: Route = (*ENTRY, "request")
RESPONSE: Route = (*ENTRY, "response")

BROKEN: list[tuple[Route, Any]] = [
    ((), []),
    (("log",), GONE),
    (("log",), None),
    (("log", "entries"), GONE),
    (("log", "entries"), None),
    (ENTRY, None),
    (REQUEST, GONE),
    (RESPONSE, GONE),
    ((*ENTRY, "time"), "12 ms"),
    ((*REQUEST, "method"), GONE),
    ((*REQUEST, "url"), GONE),
    ((*REQUEST, "headers"), {"Accept": "*/*"}),
    ((*REQUEST, "headers", 0, "name"), GONE),
    ((*REQUEST, "headers", 0, "value"), ["*/*"]),
    ((*REQUEST, "queryString"), "a=1"),
    ((*REQUEST, "postData", "text"), {"a": 1}),
    ((*REQUEST, "postData"), "{}"),
    ((*RESPONSE, "status"), GONE),
    ((*RESPONSE, "status"), "200"),
    ((*RESPONSE, "headers", 0, "value"), GONE),
    ((*RESPONSE, "content"), "{}"),
    ((*RESPONSE, "content", "text"), {"a": 1}),
    ((*RESPONSE, "content", "size"), "12"),
]
ODD: list[tuple[Route, Any]] = [
    (("log", "pages"), GONE),
    (("log", "version"), 1.2),
    (("log", "_made"), {"by": "hand"}),
    ((*ENTRY, "cache"), GONE),
    ((*ENTRY, "timings"), GONE),
    ((*ENTRY, "time"), 12.5),
    ((*ENTRY, "pageref"), "page_1"),
    ((*ENTRY, "connection"), "443"),
    ((*ENTRY, "_initiator"), {"type": "script", "stack": []}),
    ((*REQUEST, "postData"), None),
    ((*REQUEST, "queryString"), [{"name": "a", "value": "1", "comment": "first"}]),
    ((*REQUEST, "httpVersion"), "h2"),
    ((*RESPONSE, "httpVersion"), ""),
    ((*RESPONSE, "statusText"), ""),
    ((*RESPONSE, "cookies"), GONE),
    ((*RESPONSE, "content", "compression"), 17),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Reply, ...]]:
    """What a client gets by way of Polly.js from each odd case, and from the untouched file."""
    need("har")
    folder = tmp_path_factory.mktemp("har")
    cases = {"same": BASE, **{f"odd-{n}": changed(BASE, *one) for n, one in enumerate(ODD)}}
    for name, value in cases.items():
        (folder / f"{name}.har").write_text(json.dumps(value), "utf-8")
    return by_polly.replay((Cassette(name, ONE.calls, serializer="har") for name in cases), folder)


@pytest.mark.parametrize(("route", "value"), BROKEN)
def test_what_readers_need(route: Route, value: Any) -> None:
    assert faults(NAME, changed(BASE, route, value)) == {fault_route(route, value)}


@pytest.mark.parametrize("number", range(len(ODD)))
def test_what_is_odd_and_replays(number: int, answers: dict[str, tuple[Reply, ...]]) -> None:
    assert not faults(NAME, changed(BASE, *ODD[number]))
    (reply,) = answers["same"]
    assert reply.status == 200
    assert answers[f"odd-{number}"] == (reply,)
