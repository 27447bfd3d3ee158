"""A secret in a body is named by its event and by its place in the JSON, however it was found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette
from planted import openai

KEY = openai("pinpoint")
FILE = """version: 2
interactions:
- id: 0
  request: {{method: POST, url: 'http://x.test/v1', headers: {{}}}}
  response:
    code: 200
    status: 200 OK
    headers: {{Content-Type: [{content_type}]}}
    body: {body}
    duration: 1ms
"""
LIST = json.dumps({"list": [1, {"a/b": KEY}], "t": f"x {KEY}"})


def chunk(text: str) -> str:
    delta = {"index": 0, "delta": {"content": text}}
    return json.dumps({"object": "chat.completion.chunk", "choices": [delta]})


STREAM = ": hello\n\n" + "".join(f"data: {chunk(text)}\n\n" for text in ("Hi", f"a {KEY} b", "c"))
STREAM += f"event: {KEY}\ndata: [DONE]\n\n"


def written(body: str, style: str) -> str:
    """A body in one of YAML's ways to write it."""
    if style == "literal":
        return "|+\n" + "".join(f"      {line}\n" for line in body.split("\n")).rstrip(" ")
    return json.dumps(body) if style == "double" else "'" + body.replace("'", "''") + "'"


def places(folder: Path, content_type: str, body: str) -> list[tuple[int | None, str | None]]:
    """Event and body pointer of each secret: what `lint` says, and `redact` says the same."""
    (folder / "a.yaml").write_text(FILE.format(content_type=content_type, body=body))
    linted = json.loads(cassette("lint", "-o", "json", "a.yaml", cwd=folder).text)["findings"]
    checked = cassette("redact", "--check", "-o", "json", "a.yaml", cwd=folder).text
    (file,) = json.loads(checked)["files"]
    found = [(one["event"], one["body_pointer"]) for one in file["redactions"]]
    named = [one for one in linted if one["rule"] == "live-credential"]
    assert [(one["event"], one["body_pointer"]) for one in named] == found
    return found


@pytest.mark.parametrize("style", ["single", "double", "literal"])
def test_in_json(style: str, tmp_path: Path) -> None:
    found = places(tmp_path, "application/json", written(LIST, style))
    assert found == [(None, "/list/1/a~1b"), (None, "/t")]


@pytest.mark.parametrize("style", ["double", "literal"])
def test_in_an_event(style: str, tmp_path: Path) -> None:
    found = places(tmp_path, "text/event-stream", written(STREAM, style))
    assert found == [(1, "/choices/0/delta/content"), (3, None)]


def test_in_text_that_is_no_json(tmp_path: Path) -> None:
    assert places(tmp_path, "text/plain", f"'a {KEY}'") == [(None, None)]


def test_in_a_line_before_any_event(tmp_path: Path) -> None:
    body = written(f": {KEY}\n\ndata: {chunk('Hi')}\n\n", "double")
    ((event, _),) = places(tmp_path, "text/event-stream", body)
    assert event is None
