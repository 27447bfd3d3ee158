"""Lint many files: what to read, in which order, and what it adds up to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.model.config import Config, Ignore
from cassette_cli.model.finding import SEVERITIES
from cassette_cli.ops.config import Configs
from cassette_cli.ops.files import is_folder, is_special, read_path
from cassette_cli.ops.findings import Reported
from cassette_cli.ops.globs import matches
from cassette_cli.ops.ignores import unused
from cassette_cli.ops.lint import FileReport
from cassette_cli.ops.selection import Selection
from cassette_cli.ops.walk import excluded, walk
from cassette_cli.recorders.glance import may_be_recorded


@dataclass(frozen=True, slots=True)
class Target:
    """A file to examine; `explicit` where the user named it and not a folder above it."""

    path: str
    explicit: bool


def targets(
    paths: Iterable[str], base: Path, configs: Configs, *, lenient: bool
) -> Iterator[Target]:
    """The files behind the paths, each once: files as they are, folders walked.

    With `lenient` named files that are excluded are left out too: a hook names every file.
    """
    paths = list(paths)
    named = {_place(path, base) for path in paths}
    seen: set[str] = set()
    for path in paths:
        folder = path != "-" and is_folder(base / path)
        if lenient and not folder and path != "-" and _excluded(base / path, configs):
            continue
        found = walk(path, base, configs.for_folder) if folder else iter((path,))
        for one in found:
            place = _place(one, base)
            if place not in seen:
                seen.add(place)
                yield Target(one, place in named)


def _place(path: str, base: Path) -> str:
    return path if path == "-" else os.path.normpath(base / path)


def _excluded(path: Path, configs: Configs) -> bool:
    return excluded(path, False, configs.for_folder(path.parent))


def read_target(target: Target, base: Path) -> bytes | None:
    """Its bytes; None for a file in a walk that is special or cannot be a recording at a glance.

    Raises:
        CassetteError: it cannot be read.
    """
    if target.explicit:
        return read_path(target.path, base)
    if is_special(base / target.path):
        return None
    data = read_path(target.path, base)
    return data if may_be_recorded(data) else None


def worst(reports: Iterable[Reported], fail_on: str) -> int:
    """2 where a file was unreadable, else 1 where a finding is as bad as `fail_on` or worse."""
    limit = SEVERITIES.index(fail_on)
    code = 0
    for finding in reports:
        if finding.rule == "unreadable":
            return 2
        if SEVERITIES.index(finding.severity) <= limit:
            code = 1
    return code


def summary(reports: Iterable[FileReport], findings: Iterable[Reported]) -> dict[str, int]:
    """The counts of the machine output's `summary`."""
    states = Counter(report.status for report in reports)
    levels = Counter(finding.severity for finding in findings)
    return {
        "files": states.total(),
        "cassettes": states["cassette"],
        "unrecognized": states["unrecognized"],
        "errors": levels["error"],
        "warnings": levels["warning"],
        "infos": levels["info"],
        "fixable": 0,
    }


def unused_tables(reports: Iterable[FileReport], configs: Configs) -> Iterator[Reported]:
    """A finding for every `[[ignore]]` table whose path was examined and that ignored nothing."""
    scanned: dict[str, tuple[Config, list[FileReport]]] = {}
    for report in reports:
        config = configs.for_path(report.path)
        if config.ignores:
            scanned.setdefault(config.source, (config, []))[1].append(report)
    for source, (config, examined) in sorted(scanned.items()):
        if not Selection(config, source).has("unused-ignore"):
            continue
        used = {number for report in examined for number in report.used}
        for number, table in enumerate(config.ignores):
            reached = any(_reaches(table, report.path, config) for report in examined)
            if reached and number not in used:
                words = f"[[ignore]] number {number + 1} ({table.rule}) ignores nothing"
                yield unused(source, words, 1)


def _reaches(table: Ignore, path: str, config: Config) -> bool:
    """Whether the table's rule ran over a file that the table is about."""
    about = matches(path, table.path, config)
    return about and Selection(config, path).covers(table.rule)
