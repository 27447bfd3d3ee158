"""Examples of rules: small cassettes as recorders write them, with the one thing put in."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent


@dataclass(frozen=True, slots=True)
class Example:
    """A small cassette; in a bad one `«` and `»` mark what the finding points at."""

    text: str
    recorder: str = "go-vcr"


def go_vcr(
    *, query: str = "", sent: str = "{}", got: str = "{}", code: str = "200", body: str = '""'
) -> Example:
    """A go-vcr cassette with these `sent` and `got` headers, status code and response body.

    Values are YAML; one of several lines goes on lines of its own, indented.
    """
    return Example(f"""---
version: 2
interactions:
- id: 0
  request:
    method: GET
    url: https://api.example.com/v1/things{query}
    headers:{_value(sent)}
  response:
    headers:{_value(got)}
    status: 200 OK
    code: {code}
    duration: 1ms
    body: {body}
""")


def vcrpy(*, sent: str = "null", got: str = "{}", body: str = "''") -> Example:
    """A vcrpy cassette with this `sent` body, these `got` headers and this response body."""
    return Example(
        f"""interactions:
- request:
    body: {sent}
    headers: {{}}
    method: GET
    uri: https://api.example.com/v1/things
  response:
    body:
      string: {body}
    headers:{_value(got)}
    status:
      code: 200
      message: OK
version: 1
""",
        "vcrpy",
    )


def ruby_vcr(*, sent: str = "''", got: str = "{}", body: str = "''") -> Example:
    """A cassette of Ruby's VCR with this `sent` body, these `got` headers and this body."""
    return Example(
        f"""---
http_interactions:
- request:
    method: get
    uri: https://api.example.com/v1/things
    body:
      encoding: UTF-8
      string: {sent}
    headers: {{}}
  response:
    status:
      code: 200
      message: OK
    headers:{_value(got)}
    body:
      encoding: UTF-8
      string: {body}
    http_version: null
  recorded_at: Mon, 23 Nov 2026 08:00:00 GMT
recorded_with: VCR 6.1.0
""",
        "ruby-vcr",
    )


def _value(text: str) -> str:
    return f"\n{indent(text, '      ')}" if "\n" in text else f" {text}"
