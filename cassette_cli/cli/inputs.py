"""What a command is given to read, and how it says that it cannot."""

from __future__ import annotations

import os

from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError
from cassette_cli.ops.files import read_path, read_stdin

STDIN = "-"


def display_path(path: str, stdin_name: str) -> str:
    """A path as output shows it: as given, `/`-separated, without a leading `./`."""
    if path == STDIN:
        return stdin_name
    shown = path.replace(os.sep, "/")
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
