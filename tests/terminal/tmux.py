"""A real terminal of a given size, by tmux."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from uuid import uuid4

import pytest
from support import ROOT

_PATIENCE = 30
_FOREIGN = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "PAGER", "LESS")
"""What the tests' own environment may say, and a terminal does not."""


def needs(program: str) -> None:
    """Skip where a program is missing, unless skipping is forbidden: then fail."""
    if shutil.which(program):
        return
    if os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail(f"{program} is not installed")
    pytest.skip(f"{program} is not installed")


class Screen:
    """One tmux window in which a shell runs a command and then says its exit code."""

    def __init__(self, command: str, width: int, height: int, environ: Mapping[str, str]) -> None:
        self.server = f"cassette-{uuid4().hex[:8]}"
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environ.items())
        unset = " ".join(f"-u {name}" for name in _FOREIGN)
        line = f"cd '{ROOT}'; env {unset} {settings} {command}; echo EXIT $?; sleep {_PATIENCE}"
        self._tmux("-f", "/dev/null", "new-session", "-d", f"-x{width}", f"-y{height}", line)

    def _tmux(self, *arguments: str) -> str:
        command = ("tmux", "-u", "-L", self.server, *arguments)
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def text(self, *, colours: bool = False) -> str:
        """What is on the screen now."""
        return self._tmux("capture-pane", "-p", *(["-e"] if colours else []))

    def until(self, words: str) -> str:
        """The screen once it holds these words."""
        end = time.monotonic() + _PATIENCE
        while words not in (text := self.text()):
            assert time.monotonic() < end, text
            time.sleep(0.1)
        return text

    def press(self, key: str) -> None:
        """Type one key."""
        self._tmux("send-keys", key)

    def close(self) -> None:
        """End the terminal and all that runs in it."""
        self._tmux("kill-server")


@contextmanager
def terminal(
    arguments: str, *, width: int = 80, height: int = 60, **environ: str
) -> Iterator[Screen]:
    """`cassette ARGUMENTS` in a terminal, started in the project's folder."""
    needs("tmux")
    command = f"'{sys.executable}' -m cassette_cli {arguments}"
    screen = Screen(command, width, height, {"LANG": "C.UTF-8", **environ})
    try:
        yield screen
    finally:
        screen.close()
