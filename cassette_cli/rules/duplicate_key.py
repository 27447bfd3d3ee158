"""The rule `duplicate-key`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.lazy import lazy
from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.rule import Rule, Subject

_PLAIN = lazy(r"[A-Za-z_][A-Za-z_ -]{0,40}")
"""A key that may be named; one with digits in it may be a secret."""


class DuplicateKey(Rule):
    """A key that stands twice in one mapping.

    go-yaml refuses such a file; PyYAML silently keeps the last value, so that half of what was
    recorded is never replayed. A merge gone wrong is the usual cause.
    """

    name = "duplicate-key"
    group = "shape"
    severity = "error"
    bad = (go_vcr(sent="Accept:\n- text/plain\n«Accept»:\n- application/json"),)
    good = (go_vcr(sent="Accept:\n- text/plain\nAccept-Encoding:\n- gzip"),)

    def check(self, subject: Subject) -> Iterator[Finding]:
        """The keys that the reader saw again."""
        document = subject.cassette.document
        for key in document.parsed.duplicate_keys:
            name = f" {key.value}" if _PLAIN.fullmatch(key.value) else ""
            words = f"the key{name} stands twice in the same mapping"
            place = document.scalar(key).whole()
            yield self.finding(words, place, "keep the one that is meant")


RULE = DuplicateKey
