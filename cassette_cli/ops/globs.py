"""Path patterns, as `.gitignore` writes them."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cassette_cli.model.config import Config

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_CLASSES = {
    "[:alnum:]": "0-9A-Za-z", "[:alpha:]": "A-Za-z", "[:blank:]": " \t", "[:digit:]": "0-9",
    "[:lower:]": "a-z", "[:upper:]": "A-Z", "[:xdigit:]": "0-9A-Fa-f",
}  # fmt: skip
"""Classes that git's patterns may name within brackets, and that pathspec does not know."""


def matches(path: str, glob: str, config: Config) -> bool:
    """Whether a path, as it was given, matches a pattern of the configuration."""
    glob = glob.removeprefix("./")
    return spec_of((glob,)).match_file(relative(config.base / path, config.root))


def relative(path: Path, root: Path) -> str:
    """`path` seen from `root`, with `/`; it begins with `../` where it does not lie below."""
    full = os.path.normpath(path)
    below = os.path.normpath(root).rstrip(os.sep) + os.sep
    seen = full.removeprefix(below) if full.startswith(below) else os.path.relpath(full, root)
    return seen.replace(os.sep, "/")


def is_glob(line: str) -> bool:
    """Whether it is a pattern at all: `!`, `[z-a]` and `[[:no:]]` are none."""
    if "[:" in line:
        return False
    try:
        spec_of((line,))
    except (ValueError, re.error):
        return False
    return True


@cache
def spec_of_gitignore(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The compiled patterns of a `.gitignore`; git passes over lines that are none."""
    known = tuple(line for line in map(_spelled_out, lines) if "[:" not in line)
    try:
        return spec_of(known)
    except (ValueError, re.error):
        return spec_of(tuple(filter(is_glob, known)))


def _spelled_out(line: str) -> str:
    for name, characters in _CLASSES.items():
        line = line.replace(name, characters)
    return line


@cache
def spec_of(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The compiled patterns of an `exclude` list.

    Raises:
        ValueError, re.error: one of them is no pattern.
    """
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
