"""The world outside, as one value: streams, environment, folder. Nothing below asks for it."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a command may touch of the world."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    cwd: Path
    clock: Callable[[], float] = time.monotonic

    @property
    def interactive(self) -> bool:
        """Whether a person reads standard output on a terminal."""
        return self.stdout.isatty() and self.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int | None:
        """Cells of a line on the terminal; None where output is piped."""
        if not self.stdout.isatty():
            return None
        columns = self.environ.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns):
            return int(columns)
        try:
            return os.get_terminal_size(self.stdout.fileno()).columns or 80
        except OSError:
            return 80

    def colours(self, choice: str, stream: TextIO) -> bool:
        """`--color` beats NO_COLOR, which beats FORCE_COLOR, which beats the terminal."""
        if choice != "auto":
            return choice == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return stream.isatty() and self.environ.get("TERM") != "dumb"

    def write_utf8(self, text: str) -> None:
        """Machine output: UTF-8 whatever the locale, half a surrogate pair as JSON's escape."""
        self.write_bytes(text.encode("utf-8", "backslashreplace"))

    def drop_output(self) -> None:
        """Nobody takes it any more: the rest, the interpreter's last flush too, goes nowhere."""
        for stream in (self.stdout, self.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
                continue
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

    def write_bytes(self, data: bytes) -> None:
        """Bytes to standard output as they are; to a stream of text as text."""
        self.stdout.flush()
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(data.decode("utf-8", "replace"))
        else:
            buffer.write(data)


def real_terminal() -> Terminal:
    """The process's own streams, which print what they cannot encode as an escape.

    One that was closed before the start (`<&-`, `>&-`) is None in Python: nothing takes its place.
    """
    stdin = sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
    stdout, stderr = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (stdout, stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    return Terminal(stdin, stdout, stderr, os.environ, _here())


def _here() -> Path:
    """The current folder; a folder that was deleted has no name any more."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _nowhere() -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), "utf-8")
