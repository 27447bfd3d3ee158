"""Small cassettes of Ruby's VCR, Betamax and Polly.js, and what `lint` points at in them."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

from cassette_cli.errors import Where
from cassette_cli.model.config import Config
from cassette_cli.ops.lint import lint_bytes

URL = "https://api.example.com/v1/things"
RULES = ("live-credential", "private-key", "signed-url", "session-cookie")

_RUBY_VCR = """---
http_interactions:
- request:
    method: post
    uri: {uri}
    body: {request}
    headers:
      {header}
  response:
    status:
      code: 200
      message: OK
    headers:
      Content-Type:
      - {type}
      {more}
    body: {response}
    http_version:
  recorded_at: Tue, 14 Nov 2023 22:13:20 GMT
recorded_with: VCR 6.1.0
"""
_FIELDS = {
    "uri": URL, "request": "''", "header": "Accept: ['*/*']", "type": "application/json",
    "more": "Server: [example]", "response": "''",
}  # fmt: skip


def ruby_vcr(**fields: str) -> str:
    """A cassette of Ruby's VCR with these fields as they are to stand in the file."""
    return _RUBY_VCR.format(**(_FIELDS | fields))


def ruby_binary(data: bytes, *, exact: bool = False) -> str:
    """A body as VCR stores bytes in YAML: tagged, or as it does to keep them exact."""
    text = b64encode(data).decode()
    lines = "".join(f"\n        {text[at : at + 60]}" for at in range(0, len(text), 60))
    name = "base64_string: |" if exact else "string: !binary |-"
    return f"\n      encoding: ASCII-8BIT\n      {name}{lines}"


def betamax(request: dict[str, Any] | None = None, response: dict[str, Any] | None = None) -> str:
    """A cassette of Betamax, on one line as it writes them, with these parts of each side."""
    sent = {"body": stored(""), "headers": {}, "method": "GET", "uri": URL} | (request or {})
    status = {"code": 200, "message": "OK"}
    got = {"body": stored(""), "headers": {}, "status": status, "url": URL} | (response or {})
    one = {"request": sent, "response": got, "recorded_at": "2023-11-14T22:13:20"}
    return json.dumps({"http_interactions": [one], "recorded_with": "betamax/0.9.0"})


def stored(body: str | bytes) -> dict[str, str]:
    """A body as Betamax stores texts, or bytes."""
    if isinstance(body, str):
        return {"encoding": "utf-8", "string": body}
    return {"encoding": "utf-8", "base64_string": b64encode(body).decode()}


def har(
    request: dict[str, Any] | None = None,
    response: dict[str, Any] | None = None,
    content: dict[str, Any] | None = None,
    **more: Any,
) -> str:
    """A recording of Polly.js with these parts of the request, the response and its content."""
    held = {"mimeType": "application/json", "size": 2, "text": "{}"} | (content or {})
    common = {"bodySize": 0, "cookies": [], "headers": [], "headersSize": -1}
    sent = common | {"method": "GET", "queryString": [], "url": URL} | (request or {})
    got = common | {"bodySize": held["size"], "content": held, "redirectURL": "", "status": 200}
    entry = {"_id": "0" * 32, "_order": 0, "request": sent, "response": got | (response or {})}
    log = {"creator": {"name": "Polly.JS", "version": "6.0.6"}, "entries": [entry | more]}
    return json.dumps({"log": log | {"version": "1.2"}}, indent=2)


def pairs(**values: str) -> list[dict[str, str]]:
    """Names and values as HAR lists them; `_` stands for `-`."""
    return [{"name": name.replace("_", "-"), "value": value} for name, value in values.items()]


def marked(text: str) -> list[str]:
    """What stands at the lines and columns that `lint` gives its secrets, in their order."""
    report = lint_bytes("test.yaml", text.encode(), Config())
    assert report.status == "cassette"
    found = [one for one in report.findings if one.rule in RULES]
    lines = text.split("\n")
    assert all(one.start and one.end for one in found)
    return ["".join(_between(lines, *span) for span in _spans(one)) for one in found]


def _spans(one: Any) -> tuple[tuple[Where, Where], ...]:
    return one.spans or ((one.start, one.end),)


def _between(lines: list[str], start: Where, end: Where) -> str:
    text = "\n".join(lines[start.line - 1 : end.line])
    cut = len(lines[end.line - 1]) - (end.column - 1)
    return text[start.column - 1 : len(text) - cut]
