"""Path patterns, as `.gitignore` writes them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cassette_cli.model.config import Config

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(path: str, glob: str, config: Config) -> bool:
    """Whether a path, as it was given, matches a pattern of the configuration."""
    return _spec((glob,)).match_file(relative(config.base / path, config.root))


def relative(path: Path, root: Path) -> str:
    """`path` seen from `root`, with `/`; it begins with `../` where it does not lie below."""
    full = os.path.normpath(path)
    below = os.path.normpath(root).rstrip(os.sep) + os.sep
    seen = full.removeprefix(below) if full.startswith(below) else os.path.relpath(full, root)
    return seen.replace(os.sep, "/")


def spec_of(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The compiled patterns of a `.gitignore` or an `exclude` list."""
    return _spec(lines)


@cache
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
