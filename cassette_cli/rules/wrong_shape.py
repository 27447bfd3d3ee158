"""The rule `wrong-shape`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.rule import Rule, Subject
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Span


class WrongShape(Rule):
    """Something that the recorder will not load, or will not replay.

    The file is held against the JSON Schema of its recorder's format (`cassette schema go-vcr-v2`),
    which is loose where real recorders vary and strict where a replay would break: a number that
    is text, a missing URL, headers that are no mapping.
    """

    name = "wrong-shape"
    group = "shape"
    severity = "error"
    bad = (go_vcr(code='«"200"»'), go_vcr(code="«[200]»"))
    good = (go_vcr(code="200"), go_vcr(code="0x1f4"))

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Every violation of the schema, the best first."""
        document = subject.cassette.document
        for violation in subject.violations:
            place = place_of(document, violation.route)
            found = self.finding(violation.message, place, violation.hint)
            yield replace(found, route=violation.route)


def place_of(document: Document, route: Route) -> Place:
    """The node that a route leads to, as far as it leads, or its first line."""
    node = document.node_at(route)
    if node is None:
        return Place(document, Span(0, 0))
    line_end = document.value.find("\n", node.start)
    end = node.end if line_end < 0 else min(node.end, line_end)
    return Place(document, Span(node.start, max(node.start, end)))


RULE = WrongShape
