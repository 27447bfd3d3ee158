"""`lint` and `validate` for programs: schema `cassette/lint/v1`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cassette_cli.errors import Where
from cassette_cli.ops.findings import Reported
from cassette_cli.version import version


def lint_document(findings: Sequence[Reported], summary: Mapping[str, int]) -> dict[str, Any]:
    """The whole run."""
    return {
        "schema": "cassette/lint/v1",
        "version": version(),
        "summary": dict(summary),
        "findings": [finding_object(finding) for finding in findings],
    }


def finding_object(finding: Reported) -> dict[str, Any]:
    """One finding, every field present. Lines and columns are 1-based, ends exclusive."""
    start, end = finding.start, finding.end
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.path,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "spans": spans_object(finding.spans),
        "interaction": finding.interaction,
        "pointer": finding.pointer,
        "body_pointer": finding.body_pointer,
        "event": finding.event,
        "fingerprint": finding.fingerprint,
        "hint": finding.hint,
        "fix": None,
    }


def spans_object(spans: Sequence[tuple[Where, Where]]) -> list[dict[str, int]] | None:
    """The pieces of a place that is not contiguous in the file; None where it is."""
    if not spans:
        return None
    return [
        {"line": a.line, "column": a.column, "end_line": b.line, "end_column": b.column}
        for a, b in spans
    ]
