"""The rule `duplicate-key`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.rule import Example, Rule, Subject

_CASSETTE = """---
version: 2
interactions:
- id: 0
  request:
    method: GET
    url: https://api.example.com/v1/things
    headers:
      Accept:
      - text/plain
      {again}:
      - application/json
  response:
    headers: {{}}
    status: 200 OK
    code: 200
    duration: 1ms
    body: ""
"""


class DuplicateKey(Rule):
    """A key that stands twice in one mapping.

    go-yaml refuses such a file; PyYAML silently keeps the last value, so that half of what was
    recorded is never replayed. A merge gone wrong is the usual cause.
    """

    name = "duplicate-key"
    group = "shape"
    severity = "error"
    bad = (Example(_CASSETTE.format(again="«Accept»")),)
    good = (Example(_CASSETTE.format(again="Accept-Encoding")),)

    def check(self, subject: Subject) -> Iterator[Finding]:
        """The keys that the reader saw again."""
        document = subject.cassette.document
        for key in document.parsed.duplicate_keys:
            words = f"the key {key.value[:60]} stands twice in the same mapping"
            place = document.scalar(key).whole()
            yield self.finding(words, place, "keep the one that is meant")


RULE = DuplicateKey
