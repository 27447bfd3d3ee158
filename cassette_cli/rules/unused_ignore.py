"""The rule `unused-ignore`."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.finding import Finding
from cassette_cli.rules.rule import Rule, Subject


class UnusedIgnore(Rule):
    """An ignore that ignores nothing any more.

    A comment `# cassette: ignore[rule] reason`, or an `[[ignore]]` table of the configuration whose
    path was examined in this run, that covered no finding. What it was for is gone; left in place
    it would hide the next one. An ignore without a reason counts as unused.
    """

    name = "unused-ignore"
    group = "ignores"
    severity = "warning"
    bad = ()
    good = ()

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Nothing: only when all other rules have run is it known."""
        return iter(())


RULE = UnusedIgnore
