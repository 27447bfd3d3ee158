"""What Ruby's VCR fails on is a fault, at its place; what it takes is none. VCR is asked as well,
for all cases at once, because Ruby takes its time to start."""

from __future__ import annotations

import json
from typing import Any

import pytest
from documents import GONE, RUBY_VCR, Route, changed, fault_route, faults
from documents import HTTP_EXCHANGE as EXCHANGE
from documents import HTTP_REQUEST as REQUEST
from documents import HTTP_RESPONSE as RESPONSE
from needing import need

from examples import by_ruby
from examples.plan import Call, Cassette
from examples.program import Reply

NAME = "recorders/ruby-vcr"
BROKEN: list[tuple[Route, Any]] = [
    ((), [RUBY_VCR["http_interactions"][0]]),
    (("http_interactions",), GONE),
    (("http_interactions",), None),
    (EXCHANGE, None),
    (REQUEST, GONE),
    (RESPONSE, GONE),
    ((*EXCHANGE, "recorded_at"), GONE),
    ((*EXCHANGE, "recorded_at"), 2026),
    ((*REQUEST, "method"), GONE),
    ((*REQUEST, "method"), 1),
    ((*REQUEST, "uri"), GONE),
    ((*REQUEST, "uri"), 1),
    ((*REQUEST, "body"), []),
    ((*REQUEST, "body", "string"), 12),
    ((*RESPONSE, "body"), 12),
    ((*RESPONSE, "body", "string"), None),
    ((*RESPONSE, "body", "base64_string"), 12),
    ((*RESPONSE, "headers"), "none"),
    ((*RESPONSE, "status"), GONE),
    ((*RESPONSE, "status"), "200"),
    ((*RESPONSE, "status", "code"), GONE),
]
ODD: list[tuple[Route, Any]] = [
    (("recorded_with",), GONE),
    ((*EXCHANGE, "note"), "made by hand"),
    ((*REQUEST, "body"), ""),
    ((*REQUEST, "body"), GONE),
    ((*REQUEST, "headers"), None),
    ((*REQUEST, "headers"), []),
    ((*REQUEST, "headers", "Accept"), "application/json"),
    ((*REQUEST, "headers", "Content-Length"), [0]),
    ((*RESPONSE, "headers"), {}),
    ((*RESPONSE, "headers", "Age"), [12]),
    ((*RESPONSE, "headers", "Age"), 12),
    ((*RESPONSE, "headers", "Age"), None),
    ((*RESPONSE, "body"), "[]"),
    ((*RESPONSE, "body", "encoding"), None),
    ((*RESPONSE, "body", "base64_string"), "W10="),
    ((*RESPONSE, "status", "message"), None),
    ((*RESPONSE, "http_version"), 1.1),
    ((*RESPONSE, "http_version"), GONE),
    ((*RESPONSE, "adapter_metadata"), None),
]
OF_R: list[tuple[Route, Any]] = [
    ((*RESPONSE, "status"), 200),
    ((*RESPONSE, "status"), {"status_code": "200", "message": "OK", "explanation": "Fine."}),
    ((*RESPONSE, "body", "file"), True),
    ((*EXCHANGE, "recorded_at"), "2026-11-23 08:00:00"),
    ((*EXCHANGE, "recorded_with"), "vcr/1.7.0, webmockr/2.1.0"),
]
Answers = dict[str, tuple[Reply, ...]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What a client of Net::HTTP gets by way of VCR from each case."""
    need("ruby-vcr")
    folder = tmp_path_factory.mktemp("ruby")
    cases = {f"{kind}-{n}": one for kind, n, one in numbered()}
    for name, (route, value) in cases.items():
        text = json.dumps(changed(RUBY_VCR, route, value))
        (folder / f"{name}.json").write_text(text, "utf-8")
    asked = (Cassette(name, (Call("GET", "/v1/things"),), serializer="json") for name in cases)
    return by_ruby.replay(asked, folder)


def numbered() -> list[tuple[str, int, tuple[Route, Any]]]:
    tables = {"broken": BROKEN, "odd": ODD}
    return [(kind, n, one) for kind, table in tables.items() for n, one in enumerate(table)]


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_what_breaks_a_replay(number: int, answers: Answers) -> None:
    route, value = BROKEN[number]
    assert faults(NAME, changed(RUBY_VCR, route, value)) == {fault_route(route, value)}
    (reply,) = answers[f"broken-{number}"]
    assert reply.status == 0, "VCR has nothing against it"


@pytest.mark.parametrize("number", range(len(ODD)))
def test_what_is_odd_and_replays(number: int, answers: Answers) -> None:
    route, value = ODD[number]
    assert not faults(NAME, changed(RUBY_VCR, route, value))
    assert answers[f"odd-{number}"] == (Reply(200, b"[]"),)


@pytest.mark.parametrize(("route", "value"), OF_R)
def test_what_others_than_ruby_wrote(route: Route, value: Any) -> None:
    assert not faults(NAME, changed(RUBY_VCR, route, value))
