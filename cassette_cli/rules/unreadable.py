"""The rule `unreadable`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.rule import Rule, Subject


class Unreadable(Rule):
    """A cassette that cannot be read.

    It bears a recorder's marks (`interactions:`, `request:`, `response:`), and yet it is not YAML,
    not UTF-8, or beyond the limits. Nothing else can be said about it, so the exit code is 2.
    """

    name = "unreadable"
    group = "shape"
    severity = "error"
    bad = ()
    good = ()

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Nothing: what comes this far has been read."""
        return iter(())


RULE = Unreadable
