"""One command line to one exit code: 0, 1, 2, or 130."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import typer

from cassette_cli.cli.app import build
from cassette_cli.cli.inputs import report
from cassette_cli.cli.terminal import Terminal
from cassette_cli.cli.usage import usage_error
from cassette_cli.errors import CassetteError, internal_error, output_error

_CLICK_ERROR: type[Exception] = typer.BadParameter.__mro__[2]
"""Typer vendors click and exports only the leaves of its errors."""


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run one command line; never raises, and never prints a traceback."""
    try:
        code = _run(arguments, terminal)
    except BrokenPipeError:
        code = 0
    try:
        terminal.stdout.flush()
        terminal.stderr.flush()
    except BrokenPipeError:
        terminal.drop_output()
    except OSError as error:
        return _lost(error, terminal)
    return code


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
    try:
        return _invoke(arguments, terminal)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        raise
    except CassetteError as error:
        report(error, terminal)
        return 2
    except OSError as error:
        return _lost(error, terminal)
    except Exception as error:
        report(internal_error(error), terminal)
        return 2


def _invoke(arguments: Sequence[str], terminal: Terminal) -> int:
    command = build()
    try:
        code = command.main(
            args=list(arguments), prog_name="cassette", standalone_mode=False, obj=terminal
        )
    except typer.Exit as leave:
        return leave.exit_code
    except SystemExit as leave:
        return _left(leave)
    except _CLICK_ERROR as error:
        return _usage(error, arguments, terminal)
    return code if isinstance(code, int) else 0


def _left(leave: SystemExit) -> int:
    """Typer leaves with 1 where a pipe is closed, and with 0 where it has completed a word."""
    if isinstance(leave.__context__, BrokenPipeError):
        raise leave.__context__
    return leave.code if isinstance(leave.code, int) else 0


def _usage(error: Exception, arguments: Sequence[str], terminal: Terminal) -> int:
    if arguments:
        report(usage_error(error, arguments, terminal), terminal)
    else:
        terminal.stderr.write(f"{getattr(error, 'message', '')}\n")
    return 2


def _lost(error: OSError, terminal: Terminal) -> int:
    """What cannot be written is dropped; it is said where that can still be written."""
    terminal.drop_output()
    with suppress(OSError):
        report(output_error(error), terminal)
    return 2
