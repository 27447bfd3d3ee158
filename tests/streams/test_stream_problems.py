"""A stream that was cut, and one that ends in an error, are told apart and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from chatting import DONE, chunk, finish, go_vcr, heard, read, sse
from invoke import cassette as run

TEXT = chunk({"content": "Hel"})
ERROR = {"error": {"message": "overloaded", "code": 503}}


def rules(*chunks: Any, end: str = "") -> list[str]:
    return [problem.rule for problem in heard(*chunks, end=end).problems]


@pytest.mark.parametrize(
    ("chunks", "end"),
    [
        ((TEXT,), ""),
        ((TEXT, finish(None)), ""),
        ((TEXT, finish("")), ""),
        ((TEXT, {"choices": [], "usage": {}}), ""),
        ((TEXT, {"object": "chat.completion.chunk"}), ""),
        ((chunk({"content": "a"}, {"content": "b"}), finish()), ""),
        ((TEXT,), "data: [DON"),
        ((TEXT, 'data: {"choices": [{"del'), ""),
        ((TEXT, ": bye\n\n"), ""),
    ],
)  # fmt: skip
def test_a_stream_without_an_end_is_truncated(chunks: tuple[Any, ...], end: str) -> None:
    found = heard(*chunks, end=end)
    assert "truncated-stream" in [problem.rule for problem in found.problems]
    assert not found.complete


@pytest.mark.parametrize(
    ("chunks", "end", "problem"),
    [
        ((TEXT, finish()), DONE, None),
        ((TEXT,), DONE, None),
        ((TEXT, finish()), "", "missing-terminator"),
        ((TEXT, finish("length")), "", "missing-terminator"),
        ((TEXT, finish()), "data: [DONE]", None),
        ((TEXT, finish()), "data:[DONE]\n\n", None),
        ((TEXT, finish()), "data:  [DONE] \n\n", None),
        ((TEXT, ERROR), "", "stream-error"),
        ((TEXT, f"event: error\ndata: {json.dumps(ERROR)}\n\n"), "", "stream-error"),
        ((TEXT, "event: error\ndata: no JSON\n\n"), "", "stream-error"),
        ((TEXT, 'error: {"code": 503}\n\n'), "", "stream-error"),
        ((TEXT, chunk({}, error={"code": 502})), "", "stream-error"),
    ],
)  # fmt: skip
def test_a_stream_with_an_end_is_not(chunks: tuple[Any, ...], end: str, problem: str) -> None:
    found = heard(*chunks, end=end)
    assert [one.rule for one in found.problems] == ([problem] if problem else [])
    assert found.complete is (problem is None)


@pytest.mark.parametrize(
    ("block", "kind", "text", "counts"),
    [
        (f"data: {json.dumps(ERROR)}\n\n", "error", None, True),
        (f"event: error\ndata: {json.dumps(ERROR)}\n\n", "error", None, False),
        ("event: error\ndata: no JSON\n\n", "error", None, False),
        ('error: {"code": 503}\n\n', "error", 'error: {"code": 503}', False),
    ],
)
def test_an_error_is_a_row(block: str, kind: str, text: str | None, counts: bool) -> None:
    found = heard(TEXT, block, end="")
    row = found.rows[-1]
    assert (row.kind, row.text, row.chunk is not None) == (kind, text, counts)
    assert (found.events, found.chunks) == (1 + block.count("data:"), 1 + counts)
    assert found.message.text.value == "Hel"


def test_an_error_in_a_chunk_with_choices_counts_with_its_usage() -> None:
    usage = {"total_tokens": 9}
    found = heard(TEXT, chunk({"content": "lo"}, error={"code": 1}, usage=usage), end="")
    assert (found.message.text.value, found.message.usage, found.chunks) == ("Hello", usage, 2)
    assert (found.rows[-1].kind, found.rows[-1].text) == ("error", "lo")
    assert found.rows[-1].carries == ("text", "usage", "error")


@pytest.mark.parametrize("error", [None, "", {}])
def test_an_empty_error_is_none(error: Any) -> None:
    assert rules(chunk({"content": "a"}, error=error)) == ["truncated-stream"]


@pytest.mark.parametrize("data", ["{", "[1]", "hello", "null", "1", '{"a": 1}}'])
def test_data_that_is_no_json_object_is_noted_at_its_place(data: str) -> None:
    found = read(go_vcr(sse([TEXT, f"data: {data}\n\n", finish()])))
    (problem,) = found.problems
    assert problem.rule == "invalid-chunk-json"
    (start, end), layer = problem.place.span, problem.place.layer
    assert layer.value[start:end] == f"data: {data}"
    assert (found.events, found.chunks, found.message.text.value) == (4, 3, "Hel")


def test_problems_hold_nothing_of_what_was_recorded() -> None:
    secret = "hunter2"
    found = heard(TEXT, f"data: {secret}\n\n", f'data: {{"{secret}": \n\n', end="")
    assert len(found.problems) == 3
    assert secret not in " ".join(problem.message for problem in found.problems)


def test_a_stream_cut_within_a_character_or_a_number_never_crashes() -> None:
    whole = sse([chunk({"role": "assistant"}), chunk({"content": "Olá 😀"}), finish()])
    for size in range(whole.index("\n\n"), len(whole)):
        found = read(go_vcr(whole[:size]))
        assert found.message.text.value in ("", "Olá 😀")
        assert found.problems or found.complete or found.message.finish == "stop"


def test_show_and_lint_say_where_it_stops(tmp_path: Path) -> None:
    (tmp_path / "cut.yaml").write_text(go_vcr(sse([TEXT, TEXT], ""), "|"), encoding="utf-8")
    shown = json.loads(run("show", "-o", "json", "cut.yaml", cwd=tmp_path).text)
    found = shown["interactions"][0]["stream"]
    assert (found["complete"], found["message"]["finish"]) == (False, None)
    assert found["problems"] == [
        {
            "rule": "truncated-stream",
            "message": "the stream ends without [DONE] and without a finish reason",
            "line": found["rows"][1]["line"],
        }
    ]
    linted = run("lint", "-o", "json", "cut.yaml", cwd=tmp_path)
    (finding,) = json.loads(linted.text)["findings"]
    assert (linted.code, finding["rule"]) == (1, "truncated-stream")
    assert (finding["line"], finding["event"]) == (found["rows"][1]["line"], 1)
    human = run("show", "cut.yaml", cwd=tmp_path).text
    assert "incomplete" in human or "without [DONE]" in human
