"""What a command is given to read, and how it says that it cannot."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError, UsageError
from cassette_cli.ops.files import read_path, read_stdin

STDIN = "-"


def given_paths(paths: Sequence[str], terminal: Terminal) -> list[str]:
    """The paths of the command line, each place once: `a.yaml ./a.yaml` are one.

    Raises:
        UsageError: one is empty, as an unset shell variable in quotes is.
    """
    found: dict[str, str] = {}
    for path in paths:
        if not path:
            raise UsageError("a path is empty", hint="use . for the current folder")
        place = path if path == STDIN else os.path.normpath(terminal.cwd / path)
        found.setdefault(place, _tidy(path))
    return list(found.values())


def _tidy(path: str) -> str:
    """Without a leading `./` and doubled or trailing slashes; `./-` stays, since - is stdin."""
    tidy = str(Path(path))
    return f".{os.sep}-" if tidy == STDIN and path != STDIN else tidy


def display_path(path: str, stdin_name: str) -> str:
    """A path as output shows it: as given, `/`-separated, without a leading `./`."""
    shown = (stdin_name if path == STDIN else path).replace(os.sep, "/")
    while shown.startswith("./"):
        shown = shown[2:].lstrip("/")
    return shown or "."


def read_input(path: str, terminal: Terminal) -> bytes:
    """The bytes of a file, a FIFO, or standard input for `-`."""
    return read_stdin(terminal.stdin) if path == STDIN else read_path(path, terminal.cwd)


def report(error: CassetteError, terminal: Terminal, path: str | None = None) -> None:
    """Print an error on standard error, after what is on standard output already."""
    from cassette_cli.output.errors import error_lines

    terminal.stdout.flush()
    terminal.stderr.write("".join(line + "\n" for line in error_lines(error, path)))
