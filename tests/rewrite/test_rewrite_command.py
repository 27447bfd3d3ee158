"""`cassette rewrite`: exactly the lines that one would expect, and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import Outcome
from invoke import cassette as run
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
GO = """---
version: 2
interactions:
- id: 0
  request:
    body: ""
    url: http://a.test/0
    method: GET
    headers: {}
  response:
    body: hello # said
    content_length: 5
    headers:
      Content-Length:
      - "5"
      Date:
      - today
    status: 200 OK
    code: 200
    duration: 1ms
- id: 1
  request:
    body: ""
    url: http://a.test/1
    method: GET
    headers: {}
  response:
    body: ""
    headers:
      date:
      - today
    status: 404 Not Found
    code: 404
    duration: 1ms
"""
HAR = """{
  "log": {
    "version": "1.2",
    "creator": {"name": "a", "version": "1"},
    "entries": [
      {
        "startedDateTime": "2023-11-14T22:13:20.000Z",
        "time": 1,
        "request": {
          "method": "GET", "url": "http://a.test/", "httpVersion": "HTTP/1.1", "cookies": [],
          "headers": [{"name": "Date", "value": "today"}, {"name": "X", "value": "1"}],
          "queryString": [], "headersSize": -1, "bodySize": 0
        },
        "response": {
          "status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "cookies": [],
          "headers": [{"name": "date", "value": "today"}],
          "content": {"size": 0, "mimeType": "text/plain"},
          "redirectURL": "", "headersSize": -1, "bodySize": 0
        },
        "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0}
      }
    ]
  }
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "go.yaml").write_text(GO)
    (tmp_path / "a.har").write_text(HAR)
    (tmp_path / "notes.yaml").write_text("- a\n")
    return tmp_path


def rewrite(folder: Path, *arguments: str, **more: Any) -> Outcome:
    return run("rewrite", *arguments, cwd=folder, **more)


def changed(folder: Path, name: str = "go.yaml") -> list[str]:
    """The lines that came and went, each with its sign."""
    from difflib import ndiff

    before = {"go.yaml": GO, "a.har": HAR}[name].splitlines()
    after = (folder / name).read_text().splitlines()
    return [line for line in ndiff(before, after) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["--set", "/interactions/0/response/code=404"], ["-     code: 200", "+     code: 404"]),
        (
            ["--set", "/interactions/0/request/body=12"],
            ['-     body: ""', '+     body: "12"'],
        ),
        (
            ["--set-text", "/interactions/0/response/status=a=b: c"],
            ["-     status: 200 OK", "+     status: 'a=b: c'"],
        ),
        (["--delete", "/interactions/1/response/headers/date"], [
            "-     headers:", "+     headers: {}", "-       date:", "-       - today",
        ]),
        (
            ["--insert", '/interactions/0/response/headers/X=["1", "b"]'],
            ["+       X:", '+       - "1"', "+       - b"],
        ),
        (["--drop-header", "DATE"], [
            "-       Date:", "-       - today", "-     headers:", "+     headers: {}",
            "-       date:", "-       - today",
        ]),
        (["--set-header", "date=now"], ["-       - today", "+       - now"] * 2),
        (["--drop", "status=404"], ["- " + line for line in GO.splitlines()[20:]]),
    ],
)  # fmt: skip
def test_only_what_was_asked_changes(folder: Path, arguments: list[str], lines: list[str]) -> None:
    assert rewrite(folder, "go.yaml", *arguments).code == 0
    assert changed(folder) == lines


def test_lengths_that_were_right_stay_right(folder: Path) -> None:
    assert rewrite(folder, "go.yaml", "--set", "/interactions/0/response/body=hi").code == 0
    assert changed(folder) == [
        "-     body: hello # said", "+     body: hi # said",
        "-     content_length: 5", "+     content_length: 2",
        '-       - "5"', '+       - "2"',
    ]  # fmt: skip


def test_interactions_that_stay_are_numbered_anew(folder: Path) -> None:
    assert rewrite(folder, "go.yaml", "--keep", "-1").code == 0
    lines = (folder / "go.yaml").read_text().splitlines()
    assert lines == [*GO.splitlines()[:3], "- id: 0", *GO.splitlines()[21:]]


def test_headers_of_a_har_are_pairs(folder: Path) -> None:
    assert rewrite(folder, "a.har", "--drop-header", "date").code == 0
    assert changed(folder, "a.har") == [
        '-           "headers": [{"name": "Date", "value": "today"}, {"name": "X", "value": "1"}],',
        '+           "headers": [{"name": "X", "value": "1"}],',
        '-           "headers": [{"name": "date", "value": "today"}],',
        '+           "headers": [],',
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--set", "/interactions/0/response/code=404"],
        ["--insert", '/interactions/0/request/headers/X=["1"]'],
        ["--set-header", "Date=x"],
        ["--drop-header", "*"],
        ["--keep", "0"],
    ],
)
def test_a_second_time_there_is_nothing_to_do(folder: Path, arguments: list[str]) -> None:
    assert rewrite(folder, "go.yaml", *arguments).code == 0
    before = (folder / "go.yaml").read_bytes()
    done = rewrite(folder, "go.yaml", *arguments)
    assert (done.code, done.text, done.errors) == (0, "", "nothing to rewrite in 1 cassette\n")
    assert (folder / "go.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--set", "/interactions/9/id=1"], "leads nowhere"),
        (["--set", "interactions=1"], "no JSON Pointer"),
        (["--set", "/interactions/0/id"], "has no value"),
        (["--set", "/interactions/0/response/code=abc"], "another type"),
        (["--delete", "/nothing"], "leads nowhere"),
        (["--insert", "/interactions/0/id=1"], "is there already"),
        (["--insert", "/interactions/9=1"], "leads nowhere"),
        (["--drop", "7"], "no interaction 7"),
        (["--insert", "/interactions/0/response/headers/X=1"], "array"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_written(
    folder: Path, arguments: list[str], words: str
) -> None:
    done = rewrite(folder, "go.yaml", *arguments)
    assert done.code == 2
    assert words in done.errors
    assert (folder / "go.yaml").read_text() == GO


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "there is nothing to do"),
        (["--drop", "0", "--keep", "1"], "exclude each other"),
        (["--set-header", "Date"], "has no value"),
        (["--drop", "x"], "no selector"),
    ],
)
def test_what_makes_no_sense(folder: Path, arguments: list[str], words: str) -> None:
    done = rewrite(folder, "go.yaml", *arguments)
    assert (done.code, words in done.errors) == (2, True)


def test_one_file_that_is_refused_stops_no_other(folder: Path) -> None:
    done = rewrite(folder, ".", "--drop", "1")
    assert done.code == 2
    assert (folder / "go.yaml").read_text() != GO
    assert (folder / "a.har").read_text() == HAR


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_dry_run_writes_nothing(folder: Path, option: str) -> None:
    done = rewrite(folder, "go.yaml", "--set", "/interactions/0/response/code=404", option)
    assert done.code == 1
    assert (folder / "go.yaml").read_text() == GO
    again = rewrite(folder, "go.yaml", "--set", "/interactions/0/response/code=200", option)
    assert again.code == 0


def test_a_diff_shows_the_lines_that_change(folder: Path) -> None:
    insert = ["--insert", '/interactions/0/response/headers/X=["1"]']
    delete = ["--delete", "/interactions/1/response/headers/date"]
    done = rewrite(folder, "go.yaml", *insert, *delete, "--diff")
    lines = [line for line in done.text.splitlines() if line[:1] in "+-"][2:]
    assert sorted(lines) == [
        '+      - "1"', "+      X:", "+    headers: {}", "-      - today", "-      date:",
        "-    headers:",
    ]  # fmt: skip


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    done = rewrite(folder, "-", "--set", "/interactions/0/response/code=404", stdin=GO.encode())
    assert done.out.decode() == GO.replace("code: 200", "code: 404")


def test_json_fits_its_schema(folder: Path) -> None:
    done = rewrite(folder, ".", "--drop-header", "date", "-o", "json")
    told = json.loads(done.text)
    schema = json.loads((ROOT / "schemas/output/rewrite.v1.json").read_text())
    Draft202012Validator(schema).validate(told)
    pointers = [edit["pointer"] for one in told["files"] for edit in one["edits"]]
    assert pointers == [
        "/log/entries/0/request/headers/0",
        "/log/entries/0/response/headers/0",
        "/interactions/0/response/headers/Date",
        "/interactions/1/response/headers/date",
    ]


def test_the_result_may_go_to_a_new_file(folder: Path) -> None:
    arguments = ["--set", "/interactions/0/response/code=404", "--output-file", "new.yaml"]
    assert rewrite(folder, "go.yaml", *arguments).code == 0
    assert (folder / "go.yaml").read_text() == GO
    assert (folder / "new.yaml").read_text() == GO.replace("code: 200", "code: 404")
    again = rewrite(folder, "go.yaml", *arguments)
    assert (again.code, "is there already" in again.errors) == (2, True)
    assert rewrite(folder, "go.yaml", "a.har", *arguments).code == 2
    assert not list(folder.glob(".*"))


def test_what_the_recorder_will_not_take_any_more_is_said(tmp_path: Path) -> None:
    (tmp_path / "go.yaml").write_text(GO)
    done = run("rewrite", "go.yaml", "--delete", "/interactions/0/request/method", cwd=tmp_path)
    assert done.code == 0
    assert "go.yaml: go-vcr v2 will not take line 6: request has no method\n" in done.errors
    again = run("rewrite", "go.yaml", "--set", "/interactions/0/request/body=x", cwd=tmp_path)
    assert (again.code, "will not" in again.errors) == (0, False)
    typed = run("rewrite", "go.yaml", "--set-text", "/interactions/0/response/code=x", cwd=tmp_path)
    assert "response.code is text, a whole number is expected" in typed.errors
    assert "no method" not in typed.errors
