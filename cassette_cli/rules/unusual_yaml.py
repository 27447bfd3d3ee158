"""The rule `unusual-yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.rule import Rule, Subject
from cassette_cli.source.layer import Place
from cassette_cli.source.spans import Span


class UnusualYaml(Rule):
    """YAML that only newer parsers read, or a second document in the file.

    Recorders are built on libyaml or a port of it, which knows YAML 1.1: it may refuse what is
    valid in YAML 1.2. go-vcr reads only the first of several documents, vcrpy refuses them.
    """

    name = "unusual-yaml"
    group = "shape"
    severity = "warning"
    bad = (go_vcr(sent="{Referer: [http«»://example.com]}"),)
    good = (go_vcr(sent="{Referer: ['http://example.com']}"),)

    def check(self, subject: Subject) -> Iterator[Finding]:
        """What the reader noticed."""
        document = subject.cassette.document
        parsed = document.parsed
        if parsed.unusual is not None:
            offset = min(parsed.unusual_at, len(document.value))
            words = "libyaml, which recorders are built on, does not read this YAML"
            place = Place(document, Span(offset, offset))
            yield self.finding(words, place, f"it says: {parsed.unusual}")
        for root in parsed.roots[1:]:
            place = Place(document, Span(root.start, root.start))
            words = "a second YAML document stands in the file"
            yield self.finding(words, place, "recorders read one document; remove the others")


RULE = UnusualYaml
