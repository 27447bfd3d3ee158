"""One command line to one exit code: 0, 1, 2, or 130."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from cassette_cli.cli.app import build
from cassette_cli.cli.inputs import report
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError

_CLICK_ERROR: type[Exception] = typer.BadParameter.__mro__[2]
"""Typer vendors click and exports only the leaves of its errors."""


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run one command line; never raises, and never prints a traceback."""
    try:
        code = _invoke(arguments, terminal)
        terminal.stdout.flush()
        return code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        _detach(terminal)
        return 0
    except CassetteError as error:
        report(error, terminal)
        return 2
    except Exception as error:
        return _internal(error, terminal)


def _invoke(arguments: Sequence[str], terminal: Terminal) -> int:
    command = build()
    try:
        code = command.main(
            args=list(arguments), prog_name="cassette", standalone_mode=False, obj=terminal
        )
    except typer.Exit as leave:
        return leave.exit_code
    except _CLICK_ERROR as error:
        return _usage(error, terminal)
    return code if isinstance(code, int) else 0


def _usage(error: BaseException, terminal: Terminal) -> int:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cassette"
    message = getattr(error, "format_message", lambda: "the command line does not fit")()
    words = message[:1].lower() + message[1:].rstrip(".")
    report(CassetteError(words, hint=f"{path} --help lists what there is"), terminal)
    return 2


def _internal(error: Exception, terminal: Terminal) -> int:
    """A bug: its kind and its place, and no value, since a value may be a secret."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "?"
    if trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno} ({code.co_name})"
    wrapped = CassetteError(
        f"internal error: {type(error).__name__} at {place}",
        hint="nothing was written; please report this line, and the recorder of the file",
    )
    report(wrapped, terminal)
    return 2


def _detach(terminal: Terminal) -> None:
    """Nobody reads any more: let the interpreter's own last flush go nowhere."""
    if terminal.stdout is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
