"""The rule `undecodable-body`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import Example, vcrpy
from cassette_cli.rules.rule import Rule, Subject
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Span


def _packed(base64: str) -> Example:
    return vcrpy(got="Content-Encoding:\n- gzip", body=f"!!binary |\n        {base64}")


class UndecodableBody(Rule):
    """A body whose declared encoding cannot be undone.

    Its headers say gzip, deflate, br, zstd or a charset, its bytes say otherwise: they are corrupt
    or cut off, and the client that gets them replayed will fail to decode them. A body that was
    stored decoded under a header that still says compressed is normal, and no finding.
    """

    name = "undecodable-body"
    group = "http"
    severity = "error"
    bad = (_packed("«H4sIAAAAAAAC/6tW»"),)
    good = (
        _packed("H4sIAAAAAAACA0tMSk4BABHNgu0EAAAA"),
        _packed("eyJhIjogMX0="),
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
