"""Whatever a recorder's dialect, the same exchange reads the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import cassette as run
from support import cassette

EXAMPLES = Path(__file__).parents[2] / "examples"
DIALECTS = ("every-key", "omit-empty", "sorted", "bare")


def shown(path: str) -> list[dict[str, Any]]:
    done = run("show", "--full", "-o", "json", path, cwd=EXAMPLES)
    assert done.code == 0
    return list(json.loads(done.text)["interactions"])


def told(interaction: dict[str, Any]) -> tuple[Any, ...]:
    """What every dialect keeps of an exchange."""
    request, response = interaction["request"], interaction["response"]
    return (
        request["method"], request["url"], request["body"]["kind"], request["body"]["text"] or "",
        response["status"], response["headers"], response["body"]["kind"],
        response["body"]["text"], interaction["stream"] and interaction["stream"]["message"],
    )  # fmt: skip


@pytest.mark.parametrize("name", ["chat-stream", "several"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_go_vcr_2_reads_the_same_in_its_dialects(dialect: str, name: str) -> None:
    found = shown(f"go-vcr-v2/{dialect}-{name}.yaml")
    other = shown(f"go-vcr-v2/every-key-{name}.yaml")
    assert [told(one) for one in found] == [told(one) for one in other]


@pytest.mark.parametrize("name", ["chat-stream", "chat-json", "several"])
def test_both_versions_of_go_vcr_and_vcrpy_read_the_same(name: str) -> None:
    newer = "every-key-several" if name == "several" else f"omit-empty-{name}"
    files = (f"go-vcr-v1/{name}.yaml", f"go-vcr-v2/{newer}.yaml", f"vcrpy/{name}.yaml")
    first, second, third = ([wire(one) for one in shown(file)] for file in files)
    assert first == second == third


def wire(interaction: dict[str, Any]) -> tuple[Any, ...]:
    """What is the same for clients in Go and in Python."""
    method, url, _, asked, status, _, _, answered, message = told(interaction)
    return method, url, asked, status, answered, message


GO = """version: 2
interactions:
- {where}
  request:
    {inside}
    method: GET
    url: http://example.test/
    headers: {{}}
  response:
    body: ''
    headers: {{}}
    status: {status}
    code: {code}
    duration: {duration}
"""


def go(**fields: str) -> dict[str, Any]:
    standard = {"where": "x: 1", "inside": "y: 1", "status": "200 OK", "code": "200"}
    text = GO.format(**(standard | {"duration": "1ms"} | fields))
    (one,) = cassette(text).interactions
    return {
        "id": one.id, "status": one.response.status, "reason": one.response.reason,
        "duration": one.duration_ms,
    }  # fmt: skip


def test_the_number_stands_outside_or_inside_the_request() -> None:
    assert [go(where="id: 7")["id"], go(inside="id: 7")["id"], go()["id"]] == [7, 7, None]
    assert go(where="id: 0", inside="id: 7")["id"] == 0


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [("200 OK", "200", "OK"), ("200", "200", None), ("''", "200", None), ("OK", "200", "OK"),
     ("~", "200", None), ("404 Not Found", "404", "Not Found"), ('"200 OK"', '"200"', "OK")],
)  # fmt: skip
def test_the_reason_is_the_status_without_its_code(
    status: str, code: str, reason: str | None
) -> None:
    found = go(status=status, code=code)
    assert (found["reason"], found["status"]) == (reason, int(code.strip('"')))


@pytest.mark.parametrize(
    ("duration", "milliseconds"),
    [
        ("547.220583ms", 547.220583), ("1m2.5s", 62_500.0), ("0s", 0.0), ("''", None),
        ("547220583", 547.220583), ("1h", 3_600_000.0), ("1.5µs", 0.0015), ("1.5us", 0.0015),
        ("1.5μs", 0.0015), ("100ns", 0.0001), ("-1.5s", -1500.0), (".5s", 500.0), ("1.s", 1000.0),
        ("1h1m1s1ms", 3_661_001.0), ("1 s", None), ("1", 0.000001), ("s", None), ("1x", None),
        ("+2s", 2000.0), ("soon", None), ("[1]", None),
    ],
)  # fmt: skip
def test_durations_are_go_s(duration: str, milliseconds: float | None) -> None:
    assert go(duration=duration)["duration"] == milliseconds


PY = """interactions:
- request:
    {body}
    headers: {headers}
    method: POST
    uri: http://example.test/
  response:
    {answer}
"""
ANSWER = "body: {string: ok}\n    headers: {}\n    status: {code: 200, message: OK}"


def vcrpy(body: str = "body: null", headers: str = "{}", answer: str = ANSWER) -> Any:
    (one,) = cassette(PY.format(body=body, headers=headers, answer=answer)).interactions
    return one


@pytest.mark.parametrize(
    ("body", "stored", "kind", "text"),
    [
        ("body: null", "none", "empty", None),
        ("body: ''", "text", "empty", ""),
        ("body: a=b", "text", "form", "a=b"),
        ("body: !!binary aGk=", "base64", "text", "hi"),
        ("body: {string: hi}", "text", "text", "hi"),
        ("body: {string: !!binary aGk=}", "base64", "text", "hi"),
        ("body: {string: ''}", "text", "empty", ""),
        ("body: {}", "none", "empty", None),
        ("body: !!python/unicode 'hi'", "text", "text", "hi"),
        ("content: hi", "text", "text", "hi"),
        ("content: !!binary aGk=", "base64", "text", "hi"),
        ("x: y", "none", "empty", None),
        ("parsed_body: {a: [1]}", "tree", "json", None),
        ("parsed_body: [1]", "tree", "json", None),
        ("parsed_body: null\n    body: hi", "text", "text", "hi"),
    ],
)
@pytest.mark.parametrize("side", ["request", "response"])
def test_a_body_is_found_wherever_a_dialect_keeps_it(
    side: str, body: str, stored: str, kind: str, text: str | None
) -> None:
    one = vcrpy(body=body) if side == "request" else vcrpy(answer=body)
    found = getattr(one, side).body
    if kind == "form" and side == "response":
        kind = "text"  # servers do not answer in forms
    assert (found.stored_as, found.kind) == (stored, kind)
    assert (found.text.value if found.text else None) == text


@pytest.mark.parametrize(
    ("answer", "status", "reason"),
    [
        ("status: {code: 429, message: Slow Down}", 429, "Slow Down"),
        ("status: {code: 429, message: null}", 429, None),
        ("status: {code: 429, message: 'null'}", 429, "null"),
        ("status: {code: 429, message: ''}", 429, None),
        ("status: {code: 429}", 429, None),
        ("status_code: 201\n    http_version: HTTP/1.1\n    content: ok", 201, None),
        ("status: 200", None, None),
        ("body: {}", None, None),
    ],
)
def test_a_status_is_found_in_old_and_new_dialects(
    answer: str, status: int | None, reason: str | None
) -> None:
    found = vcrpy(answer=answer).response
    assert (found.status, found.reason) == (status, reason)


@pytest.mark.parametrize(
    ("headers", "pairs"),
    [
        ("{A: [b, c]}", [("A", ["b", "c"])]),
        ("{A: b}", [("A", ["b"])]),
        ("{A: 0200, B: yes}", [("A", ["0200"]), ("B", ["yes"])]),
        ("{A: []}", [("A", [])]),
        ("{A: null}", [("A", [])]),
        ("[[A, b], [A, c]]", [("A", ["b"]), ("A", ["c"])]),
        ("[!!python/tuple [A, !!python/unicode 'b']]", [("A", ["b"])]),
        ("null", []),
        ("nonsense", []),
        ("[[A], A, {A: b}]", []),
    ],
)
def test_headers_are_a_mapping_or_pairs(headers: str, pairs: list[tuple[str, list[str]]]) -> None:
    found = vcrpy(headers=headers).request.headers
    assert [(one.name.value, [value.value for value in one.values]) for one in found] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "version: 2\ninteractions: [{request: 1, response: []}, {request: {url: []}}]",
        "version: 2\ninteractions: [{request: {url: x, headers: {a: {b: c}}, body: {}}}]",
        "interactions: [{request: {uri: [], method: {}, body: [1]}, response: {status: [1]}}]",
        "interactions: [{request: {uri: x}, response: {body: {string: [1]}, status: {code: x}}}]",
        "interactions: [{request: {uri: x}}, null, 1, [2]]",
    ],
)
def test_the_wrong_shape_is_shown_and_linted_never_crashed_on(text: str, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    for arguments in (("show",), ("show", "-o", "json"), ("show", "-i", "0"), ("lint",)):
        done = run(*arguments, "odd.yaml", cwd=tmp_path)
        assert done.code in (0, 1), done.errors
    assert run("validate", "odd.yaml", cwd=tmp_path).code == 1
