"""The configuration that holds for a file, and where each value came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cassette_cli.model.finding import Severity

DEFAULT_DECODED_SIZE = 64 * 1024 * 1024
"""Bytes that one body may decode to."""

DEFAULT_EXCLUDE = (
    ".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "node_modules", "__pycache__",
    ".mypy_cache", ".ruff_cache", ".pytest_cache",
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Ignore:
    """One `[[ignore]]` table: findings of `rule` in files that match `path` are left out.

    `match`, where given, must stand in the finding's message or pointer; `reason` is mandatory.
    """

    rule: str
    path: str
    reason: str
    match: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Matching:
    """What the matcher of a recorder compares, in all files or in those that match `path`."""

    matchers: tuple[str, ...]
    recorder: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Config:
    """Every value that a file or the command line may set."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    deselect: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity | Literal["off"]], ...] = ()
    fail_on: Severity = "error"
    exclude: tuple[str, ...] = ()
    exclude_here: tuple[str, ...] = ()
    """`--exclude`: relative to `base`, as `exclude` is to `root`."""
    match_on: tuple[Matching, ...] = ()
    """The last that fits a cassette holds."""
    max_decoded_size: int = DEFAULT_DECODED_SIZE
    extend_volatile_headers: tuple[str, ...] = ()
    """Globs of headers that differ in every recording, beside the known ones."""
    ignores: tuple[Ignore, ...] = ()
    base: Path = field(default_factory=Path)
    """What paths on the command line are relative to."""
    root: Path = field(default_factory=Path)
    """What globs are relative to: the folder of the configuration file."""
    source: str = "defaults"
    origins: tuple[tuple[str, str], ...] = ()
    """Per key as the file spells it: where its value came from."""
