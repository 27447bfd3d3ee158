"""The files below a folder: `.gitignore` respected, special files passed over, order fixed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from cassette_cli.model.config import DEFAULT_EXCLUDE, Config
from cassette_cli.ops.globs import relative, spec_of


def walk(folder: str, base: Path, config_for: Callable[[Path], Config]) -> Iterator[str]:
    """Every regular file below `folder` that is neither ignored by git nor excluded.

    Paths begin as `folder` was given, `/`-separated, and come sorted. Symbolic links to folders
    are not followed; a link to a file is read.
    """
    pending = [folder]
    while pending:
        here = pending.pop()
        full = base / here
        config = config_for(full)
        inner: list[str] = []
        for entry in _entries(full):
            path = f"{here}/{entry.name}" if here != "." else entry.name
            if _left_out(full / entry.name, entry.is_dir(follow_symlinks=False), config):
                continue
            if entry.is_dir(follow_symlinks=False):
                inner.append(path)
            elif entry.is_file():
                yield path
        pending.extend(reversed(inner))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (PermissionError, FileNotFoundError):
        return []


def _left_out(path: Path, is_folder: bool, config: Config) -> bool:
    if path.name in DEFAULT_EXCLUDE and is_folder:
        return True
    slash = "/" if is_folder else ""
    for patterns, root in ((config.exclude, config.root), (config.exclude_here, config.base)):
        if patterns and spec_of(patterns).match_file(relative(path, root) + slash):
            return True
    return _ignored_by_git(path, is_folder)


def _ignored_by_git(path: Path, is_folder: bool) -> bool:
    """By the `.gitignore` files from the path's folder up to the repository's root."""
    for folder in _folders(path.parent):
        lines = _gitignore(folder)
        if lines:
            shown = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
            verdict = spec_of(lines).check_file(shown).include
            if verdict is not None:
                return verdict
    return False


@cache
def _folders(folder: Path) -> tuple[Path, ...]:
    """The folder and its parents up to the root of the repository; none outside of one."""
    found = [folder]
    while not (found[-1] / ".git").exists():
        if found[-1].parent == found[-1]:
            return ()
        found.append(found[-1].parent)
    return tuple(found)


@cache
def _gitignore(folder: Path) -> tuple[str, ...]:
    try:
        return tuple((folder / ".gitignore").read_text("utf-8", "replace").splitlines())
    except OSError:
        return ()
