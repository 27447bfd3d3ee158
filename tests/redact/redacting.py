"""What the tests of redaction share: one call that redacts, and proves what holds for all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cassette_cli.model.config import Config
from cassette_cli.ops.lint import lint_bytes
from cassette_cli.ops.load import load
from cassette_cli.ops.redact import Redacted, redact

BODY = ("method", "url", "uri", "body", "headers", "form", "host")

GO_VCR = """---
version: 2
interactions:
- id: 0
  request:
    method: POST
    url: {url}
    headers:
      {header}
    body: {request}
    form: {form}
    host: {host}
    content_length: {length}
  response:
    headers:
      Content-Type:
      - {type}
    status: 200 OK
    code: 200
    duration: 1ms
    body: {response}
"""
_GO_VCR = {
    "url": "https://api.example.com/v1/things", "header": "Accept: ['*/*']", "request": "''",
    "form": "{}", "host": "api.example.com", "length": "0", "type": "application/json",
    "response": "''",
}  # fmt: skip
VCRPY = """interactions:
- request:
    body: {request}
    headers:
      {header}
    method: POST
    uri: {url}
  response:
    body:
      string: {response}
    headers:
      Content-Type:
      - {type}
      {more}
    status:
      code: 200
      message: OK
version: 1
"""
_VCRPY = {
    "url": "https://api.example.com/v1/things", "header": "Accept: ['*/*']", "request": "null",
    "type": "application/json", "more": "Server: [example]", "response": "''",
}  # fmt: skip


def go_vcr(**fields: str) -> str:
    """A go-vcr v2 cassette with these fields as they are to stand in the file."""
    return GO_VCR.format(**(_GO_VCR | fields))


def vcrpy(**fields: str) -> str:
    """A vcrpy cassette with these fields as they are to stand in the file."""
    return VCRPY.format(**(_VCRPY | fields))


def secrets_found(data: bytes) -> list[str]:
    """What `lint` says of secrets; the file must be a cassette."""
    report = lint_bytes("test.yaml", data, Config())
    assert report.status == "cassette"
    rules = ("live-credential", "private-key", "signed-url", "session-cookie")
    return [f"{one.message} {one.pointer}" for one in report.findings if one.rule in rules]


def clean(data: bytes | str, *, gone: Sequence[str] = (), changed: Sequence[str] = ()) -> Redacted:
    """Redact, and prove it: found, silent, final, and nothing else touched.

    `gone` are values that may stand in the result in no spelling; `changed` are texts beside the
    secrets that may change, such as a length.
    """
    result = cleaned(data, gone=gone)
    assert_only_these_changed(result, changed)
    return result


def cleaned(data: bytes | str, *, gone: Sequence[str] = ()) -> Redacted:
    """The same for a body of which more has to change than can be told, such as check sums."""
    old = data.encode() if isinstance(data, str) else data
    result = redact(load("test.yaml", old), BODY)
    new = result.after.data
    assert result.changed == bool(result.redactions) == (old != new)
    assert secrets_found(new) == []
    assert redact(load("test.yaml", new), BODY).after.data == new
    assert [value for value in gone if value.encode() in new] == []
    return result


def assert_only_these_changed(result: Redacted, changed: Sequence[str] = ()) -> None:
    """Between the reported places, and `changed`, the file is the same to the character."""
    old, new = result.before.document.value, result.after.value
    spans = {span for one in result.redactions for span in one.location.spans}
    pattern, at = "", 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        pattern += _literal(old[at:start], changed) + ".*?"
        at = end
    assert re.fullmatch(pattern + _literal(old[at:], changed), new, re.DOTALL)


def _literal(text: str, changed: Sequence[str]) -> str:
    pattern = re.escape(text)
    for one in changed:
        pattern = pattern.replace(re.escape(one), ".*?")
    return pattern


def text_after(result: Redacted) -> str:
    """The redacted file."""
    return result.after.data.decode()
