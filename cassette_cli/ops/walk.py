"""The files below a folder: `.gitignore` respected, special files passed over, order fixed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from cassette_cli.model.config import DEFAULT_EXCLUDE, Config
from cassette_cli.ops.globs import relative, spec_of, spec_of_gitignore


def walk(folder: str, base: Path, config_for: Callable[[Path], Config]) -> Iterator[str]:
    """Every regular file below `folder` that is neither ignored by git nor excluded.

    Paths begin as `folder` was given, `/`-separated, and come sorted. Symbolic links are not
    followed: what they lead to is met in its own place, or is not in the folder. A folder that git
    ignores is walked when it is named itself. One that may not be listed comes as its own path, so
    that reading it says so.
    """
    start = (base / folder).resolve()
    outer = _ignored_by_git(start, True)
    pending = [(folder, start)]
    while pending:
        here, full = pending.pop()
        config = config_for(full)
        entries = _entries(full)
        if entries is None:
            yield here
            continue
        inner: list[tuple[str, Path]] = []
        for entry in entries:
            path, place = _joined(here, entry.name), full / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if _left_out(place, is_folder, config, start if outer else None):
                continue
            if is_folder:
                inner.append((path, place))
            elif entry.is_file(follow_symlinks=False):
                yield path
        pending.extend(reversed(inner))


def _joined(folder: str, name: str) -> str:
    """A file called `-` keeps its `./`, since - alone is standard input."""
    if folder == ".":
        return f"./{name}" if name == "-" else name
    return f"{folder.rstrip('/')}/{name}"


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except PermissionError:
        return None
    except FileNotFoundError:
        return []


def _left_out(path: Path, is_folder: bool, config: Config, ignored_start: Path | None) -> bool:
    if path.name in DEFAULT_EXCLUDE and is_folder:
        return True
    return excluded(path, is_folder, config) or _ignored_by_git(path, is_folder, ignored_start)


def excluded(path: Path, is_folder: bool, config: Config) -> bool:
    """Whether the configuration or `--exclude` leaves a path out."""
    slash = "/" if is_folder else ""
    for patterns, root in ((config.exclude, config.root), (config.exclude_here, config.base)):
        if patterns and spec_of(patterns).match_file(relative(path, root) + slash):
            return True
    return False


def _ignored_by_git(path: Path, is_folder: bool, top: Path | None = None) -> bool:
    """By the `.gitignore` files from the path's folder up to the repository's root.

    `top` is a folder that git ignores and the user named: what lies above it does not count.
    """
    for folder in _folders(path.parent):
        lines = _gitignore(folder)
        if lines:
            shown = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
            verdict = spec_of_gitignore(lines).check_file(shown).include
            if verdict is not None:
                return verdict
        if folder == top:
            break
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
        text = (folder / ".gitignore").read_text("utf-8", "replace")
    except OSError:
        return ()
    return tuple(text.splitlines())
