"""Small cassettes whose findings are known: none, a key, a session cookie, bodies that break."""

from __future__ import annotations

from planted import openai
from support import ROOT

KEY = openai("command line")
SEVERAL = (ROOT / "examples/go-vcr-v2/every-key-several.yaml").read_text()
"""Six interactions, nothing to report."""
CHAT = (ROOT / "examples/go-vcr-v2/omit-empty-chat-stream.yaml").read_text()
"""A single interaction, nothing to report."""

_VCRPY = """interactions:
- request:
    body: null
    headers: {headers}
    method: GET
    uri: https://api.example.com/v1/things
  response:
    body:
      string: {body}
    headers:
      Content-Type: [application/json]
    status: {{code: 200, message: OK}}
version: 1
"""


def vcrpy(headers: str = "{}", body: str = "'{}'") -> str:
    """One interaction that vcrpy recorded."""
    return _VCRPY.format(headers=headers, body=body)


LEAKY = vcrpy("{Authorization: [Bearer " + KEY + "]}")
"""One error: live-credential, on line 4."""
BROKEN_BODY = vcrpy(body="""'{"a": }'""")
"""One error: invalid-json-body, on line 9."""
UNUSUAL = vcrpy() + "---\na: b\n"
"""One warning: unusual-yaml."""
UNPARSED = SEVERAL.replace("request:", "request: [", 1)
"""Unreadable, and plainly recorded."""
