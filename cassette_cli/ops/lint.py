"""Lint one file's bytes: the pure unit that every verb with findings is built on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from cassette_cli.errors import UnreadableError, UnrecognizedError
from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config
from cassette_cli.model.finding import SEVERITIES, Finding
from cassette_cli.ops.detect import detect
from cassette_cli.ops.findings import Reported, report, report_error
from cassette_cli.ops.ignores import Ignores
from cassette_cli.ops.load import attach, read
from cassette_cli.ops.masks import Masks
from cassette_cli.ops.selection import Selection
from cassette_cli.ops.validate import check, violations
from cassette_cli.recorders.choose import choose
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.rules.rule import Rule, Subject, Violation

Status = Literal["cassette", "unrecognized", "unreadable"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is to be said of one file. `recorder` is `go-vcr v2`; `used` are the ignores that
    ignored something, by their index; `reason` says why it was not recognised."""

    path: str
    status: Status
    findings: tuple[Reported, ...] = ()
    recorder: str | None = None
    used: frozenset[int] = frozenset()
    reason: UnrecognizedError | None = None


def lint_bytes(
    path: str,
    data: bytes,
    config: Config,
    *,
    recorder: str | None = None,
    own_schema: object = None,
    group: str | None = None,
) -> FileReport:
    """Examine one file with the rules that hold for its path. Pure: no file is touched.

    `group` limits the rules to one group (`validate` takes `shape`); `own_schema` is a JSON Schema
    that takes the place of the recorder's.
    """
    try:
        document = read(path, data, forced=recorder is not None)
        chosen, info = choose(document, recorder)
        cassette = attach(document, chosen, info, limit=config.max_decoded_size)
        linter = _Linter(path, cassette, chosen, config, own_schema)
        try:
            return linter.run(Selection(config, path, group))
        finally:
            document.release()
    except UnrecognizedError as error:
        if recorder is not None:
            return FileReport(path, "unreadable", (report_error(path, error),))
        return FileReport(path, "unrecognized", reason=error)
    except UnreadableError as error:
        return FileReport(path, "unreadable", (report_error(path, error),))


class _Linter:
    """One file under examination."""

    def __init__(
        self, path: str, cassette: Cassette, recorder: Recorder, config: Config, schema: object
    ) -> None:
        self.path = path
        self.cassette = cassette
        self.config = config
        # No method of this object: each would hold the other, and the whole file with them.
        self.subject = Subject(cassette, detect, partial(_violations, recorder, schema))

    def run(self, selection: Selection) -> FileReport:
        findings = [one for rule in selection.rules for one in self._check(rule, selection)]
        ignores = Ignores(self.config, self.path, self.cassette.document)
        kept = self._report(findings)
        left = tuple(one for one in kept if not ignores.covers(one))
        unused = tuple(ignores.unused_comments(self.path)) if selection.has("unused-ignore") else ()
        recorder = self.cassette.recorder.title
        return FileReport(
            self.path, "cassette", _in_order(left + unused), recorder, frozenset(ignores.used)
        )

    def _check(self, rule: Rule, selection: Selection) -> Iterator[Finding]:
        for finding in rule.check(self.subject):
            severity = selection.severity(rule, finding)
            if severity is not None:
                yield replace(finding, severity=severity)

    def _report(self, findings: Sequence[Finding]) -> list[Reported]:
        if not findings:
            return []
        masks = Masks(self.cassette.document, self.subject.secrets)
        return [report(self.path, self.cassette, finding, masks) for finding in findings]


def _violations(recorder: Recorder, schema: object, cassette: Cassette) -> Sequence[Violation]:
    document = cassette.document
    if schema is not None and document.root is not None:
        return check(document.root, schema, document.resolver)
    return violations(cassette, recorder)


def _in_order(findings: Sequence[Reported]) -> tuple[Reported, ...]:
    """By place, then by severity and rule."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Reported) -> tuple[int, int, int, str, str]:
    line, column = (finding.start.line, finding.start.column) if finding.start else (0, 0)
    return line, column, SEVERITIES.index(finding.severity), finding.rule, finding.message
