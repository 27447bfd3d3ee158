"""A pager for long output, as git does it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO


@contextmanager
def paged(stdout: TextIO, environ: Mapping[str, str], *, wanted: bool) -> Iterator[TextIO]:
    """The pager's input, or `stdout` where no pager is wanted or there is none.

    `PAGER` names it; less gets `LESS=FRX` unless it is set, so that a short text just stays.
    """
    command = shlex.split(environ.get("PAGER") or "less")
    if not wanted or not command or shutil.which(command[0], path=environ.get("PATH")) is None:
        yield stdout
        return
    env = {"LESS": "FRX", "LV": "-c", **environ}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)
    assert process.stdin is not None
    feed = TextIOWrapper(process.stdin, encoding="utf-8", errors="backslashreplace")
    try:
        yield feed
        feed.close()
    except BrokenPipeError:
        _drop(feed)
    finally:
        process.wait()


def _drop(feed: TextIOWrapper) -> None:
    """The reader has quit: what is still buffered goes nowhere."""
    try:
        feed.close()
    except BrokenPipeError:
        return
