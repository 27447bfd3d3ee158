"""The two rules that no example can show: they speak of files, and of what was ignored."""

from __future__ import annotations

import pytest

from cassette_cli.model.config import Config
from cassette_cli.ops.lint import FileReport, lint_bytes

GOOD = """---
version: 2
interactions:
- id: 0
  request:
    method: GET
    url: https://api.example.com/v1/things
    headers: {}
  response:
    headers: {}
    status: 200 OK
    code: 200
    duration: 1ms
    body: ""
"""
STRAY = "\t}{ \x07"


def lint(data: bytes | str, **more: str) -> FileReport:
    data = data.encode() if isinstance(data, str) else data
    return lint_bytes("test.yaml", data, Config(), **more)  # type: ignore[arg-type]


def rules_of(report: FileReport) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in report.findings]


@pytest.mark.parametrize(
    "broken",
    [
        GOOD.replace("code: 200", "code: [200").encode(),
        GOOD.replace("1ms", "'1ms").encode(),
        GOOD.encode().replace(b"things", b"th\xffngs"),
        GOOD.replace("headers: {}", "headers: " + "[" * 600).encode(),
        GOOD.replace("things", f"things{STRAY}").encode(),
    ],
    ids=["flow", "quote", "not-utf-8", "depth", "control"],
)
def test_what_looks_recorded_and_cannot_be_read(broken: bytes) -> None:
    report = lint(broken)
    assert report.status == "unreadable"
    assert rules_of(report) == [("unreadable", "error")]
    assert report.findings[0].path == "test.yaml"


def test_the_place_of_what_cannot_be_read() -> None:
    found = lint(GOOD.replace("1ms", "'1ms")).findings[0]
    assert found.start is not None
    assert found.start.line >= 13


@pytest.mark.parametrize("text", ["{{ .Values.x }}\n\t- a", "a: b\n", "", "- 1\n- 2\n", "\x00\x01"])
def test_what_was_never_recorded_is_not_unreadable(text: str) -> None:
    report = lint(text)
    assert (report.status, report.findings) == ("unrecognized", ())


def test_a_forced_recorder_makes_it_unreadable() -> None:
    assert rules_of(lint("a: b\n", recorder="vcrpy")) == [("unreadable", "error")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_comment_that_ignores_nothing(newline: str, bom: str) -> None:
    text = GOOD.replace("1ms\n", "1ms # cassette: ignore[duplicate-key] once\n")
    found = lint((bom + text).replace("\n", newline)).findings
    assert [(one.rule, one.severity) for one in found] == [("unused-ignore", "warning")]
    assert found[0].start is not None
    assert (found[0].start.line, found[0].start.column) == (13, 19)


def test_a_comment_that_ignores_something_is_used() -> None:
    text = GOOD.replace("code: 200", "code: two # cassette: ignore[wrong-shape] the test wants it")
    assert rules_of(lint(text)) == []


def test_a_comment_without_a_reason_ignores_nothing() -> None:
    text = GOOD.replace("code: 200", "code: two # cassette: ignore[wrong-shape]")
    assert sorted(rules_of(lint(text))) == [("unused-ignore", "warning"), ("wrong-shape", "error")]


def test_a_comment_inside_a_body_is_none() -> None:
    text = GOOD.replace('body: ""', "body: |\n      # cassette: ignore[wrong-shape] no\n")
    assert rules_of(lint(text)) == []
