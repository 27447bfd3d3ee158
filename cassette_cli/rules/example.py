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


def _value(text: str) -> str:
    return f"\n{indent(text, '      ')}" if "\n" in text else f" {text}"
