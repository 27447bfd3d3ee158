"""A pager for long output, as git does it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO


@contextmanager
def paged(stdout: TextIO, environ: Mapping[str, str], *, wanted: bool) -> Iterator[TextIO]:
    """The pager's input, or `stdout` where no pager is wanted or there is none.

    `PAGER` names it; less gets `LESS=FRX` unless it is set, so that a short text just stays.
    """
    command = _command(environ) if wanted else []
    if not command:
        yield stdout
        return
    env = {"LESS": "FRX", "LV": "-c", **environ}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)
    except OSError:  # it is there, and is no program
        yield stdout
        return
    assert process.stdin is not None
    feed = TextIOWrapper(process.stdin, encoding="utf-8", errors="backslashreplace")
    try:
        with suppress(BrokenPipeError):
            yield feed
    finally:
        # Closed before the wait, whatever happened: the pager reads until there is no more.
        with suppress(BrokenPipeError):
            feed.close()
        process.wait()


def _command(environ: Mapping[str, str]) -> list[str]:
    """The pager's command line; empty where it is none, or is not installed."""
    try:
        command = shlex.split(environ.get("PAGER") or "less")
    except ValueError:
        return []
    there = command and shutil.which(command[0], path=environ.get("PATH"))
    return command if there else []
