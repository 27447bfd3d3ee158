"""The rule `undecodable-body`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.rule import Example, Rule, Subject
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Span

_CASSETTE = """interactions:
- request:
    body: null
    headers: {{}}
    method: GET
    uri: https://api.example.com/v1/things
  response:
    body:
      string: !!binary |
        {body}
    headers:
      Content-Encoding:
      - gzip
    status:
      code: 200
      message: OK
version: 1
"""


class UndecodableBody(Rule):
    """A body whose declared encoding cannot be undone.

    Its headers say gzip, deflate, br, zstd or a charset, its bytes say otherwise: they are corrupt
    or cut off, and the client that gets them replayed will fail to decode them. A body that was
    stored decoded under a header that still says compressed is normal, and no finding.
    """

    name = "undecodable-body"
    group = "http"
    severity = "error"
    bad = (Example(_CASSETTE.format(body="«H4sIAAAAAAAC/6tW»"), "vcrpy"),)
    good = (
        Example(_CASSETTE.format(body="H4sIAAAAAAACA0tMSk4BABHNgu0EAAAA"), "vcrpy"),
        Example(_CASSETTE.format(body="eyJhIjogMX0="), "vcrpy"),
    )

    def check(self, subject: Subject) -> Iterator[Finding]:
        """What the decoder could not undo."""
        for _, message in subject.messages():
            body, stored = message.body, message.stored.text
            if body.problem and stored is not None:
                words = f"the {message.side} body cannot be decoded: {body.problem}"
                place = Place(stored, Span(0, len(stored.value.rstrip())))
                yield self.finding(words, place, "record it again")


RULE = UndecodableBody
