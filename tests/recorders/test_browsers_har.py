"""HAR as browsers and Playwright save it: unknown is -1, no answer is 0, and much is their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import cassette as run
from planted import openai

KEY = openai("browser")


def entry(url: str, **more: Any) -> dict[str, Any]:
    """An entry as Chromium's developer tools write it."""
    request = {
        "method": "GET", "url": url, "httpVersion": "http/2.0", "headers": [], "queryString": [],
        "cookies": [], "headersSize": -1, "bodySize": 0,
    }  # fmt: skip
    response = {
        "status": 200, "statusText": "", "httpVersion": "http/2.0", "headers": [], "cookies": [],
        "content": {"size": 2, "mimeType": "application/json", "text": "{}"}, "redirectURL": "",
        "headersSize": -1, "bodySize": -1, "_transferSize": 90, "_error": None,
    }  # fmt: skip
    return {
        "_initiator": {"type": "script", "stack": {"callFrames": [{"lineNumber": 1}]}},
        "_priority": "High", "cache": {}, "connection": "443", "pageref": "page_1",
        "request": request, "response": {**response, **more.pop("response", {})},
        "serverIPAddress": "127.0.0.1", "startedDateTime": "2026-11-23T08:00:00.000Z",
        "time": 12.25, "timings": {"blocked": 1, "dns": -1, "_blocked_queueing": 0.5}, **more,
    }  # fmt: skip


def archive(*entries: dict[str, Any]) -> str:
    creator = {"name": "WebInspector", "version": "537.36"}
    log = {"version": "1.2", "creator": creator, "pages": [{"id": "page_1"}], "entries": entries}
    return json.dumps({"log": log}, indent=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    frames = [{"type": "send", "time": 1.5, "opcode": 1, "data": json.dumps({"api_key": KEY})}]
    unanswered = {"status": 0, "content": {"size": 0, "mimeType": "x-unknown"}}
    text = archive(
        entry("https://api.example.com/v1/things"),
        entry("https://api.example.com/v1/gone", time=-1, response=unanswered),
        entry("wss://api.example.com/v1/live", _webSocketMessages=frames),
    )
    (tmp_path / "page.har").write_text(text, "utf-8")
    return tmp_path


def test_what_is_unknown_is_not_shown_as_a_number(folder: Path) -> None:
    assert run("show", "page.har", cwd=folder).text.splitlines()[2:] == [
        "#  method  url                                status  received  sent   time  body",
        "0  GET     https://api.example.com/v1/things     200       2 B   0 B  12 ms  json",
        "1  GET     https://api.example.com/v1/gone         ?       0 B   0 B",
        "2  GET     wss://api.example.com/v1/live         200       2 B   0 B  12 ms  json",
    ]


def test_it_is_valid(folder: Path) -> None:
    done = run("validate", "page.har", cwd=folder)
    assert (done.code, done.text) == (0, "")


def test_a_secret_in_a_frame_is_found_and_redacted(folder: Path) -> None:
    path = folder / "page.har"
    before = path.read_text("utf-8")
    found = json.loads(run("lint", "page.har", "-o", "json", cwd=folder).text)["findings"]
    line = before[: before.index(KEY)].count("\n") + 1
    assert [(one["rule"], one["line"]) for one in found] == [("live-credential", line)]
    assert run("redact", "page.har", cwd=folder).code == 1
    after = path.read_text("utf-8")
    start = before.index(KEY)
    assert (after[:start], after[start + len(KEY) :]) == (
        before[:start],
        before[start + len(KEY) :],
    )
    assert KEY not in after
