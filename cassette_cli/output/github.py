"""Findings as workflow commands of GitHub Actions.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions: `%` is
percent-encoded in messages, which are one line here, CR, LF, `:` and `,` in properties too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.ops.findings import Reported
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def workflow_commands(findings: Iterable[Reported]) -> Iterator[StyledLine]:
    """One annotation a finding."""
    for finding in findings:
        properties = [("file", finding.path)]
        if finding.start and finding.end:
            properties += [("line", str(finding.start.line)), ("col", str(finding.start.column))]
            properties += [("endLine", str(finding.end.line))]
        properties.append(("title", f"cassette {finding.rule}"))
        words = ",".join(f"{name}={_property(value)}" for name, value in properties)
        yield [Run(f"::{_LEVELS[finding.severity]} {words}::{_message(finding.message)}")]


def _message(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return one_line(lines).replace(":", "%3A").replace(",", "%2C")
