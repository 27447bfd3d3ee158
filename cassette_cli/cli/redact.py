"""`cassette redact`."""

from __future__ import annotations

from typing import Annotated

import typer

from cassette_cli.cli.edit_options import EditOptions
from cassette_cli.cli.options import (
    Colour,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    FormatOption,
    NoConfigOption,
    QuietOption,
    RecorderOption,
    SkipOption,
    StdinNameOption,
    format_for,
)
from cassette_cli.cli.overrides import overriding
from cassette_cli.cli.redact_run import Redactor
from cassette_cli.cli.signals import ending_tidily
from cassette_cli.cli.terminal import Terminal
from cassette_cli.ops.config import Configs


def redact(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files and folders; - is stdin to stdout.")
    ],
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what would.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print the change.")] = False,
    exclude: ExcludeOption = [],  # noqa: B006  # Typer copies it
    output: FormatOption = None,
    recorder: RecorderOption = None,
    skip_unrecognized: SkipOption = False,
    stdin_filename: StdinNameOption = "<stdin>",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    colour: ColourOption = Colour.auto,
    quiet: QuietOption = False,
) -> None:
    """Replace secrets, every other byte untouched.

    Exits 1 when a file changed (or would), 2 when one was refused; a refused file stays untouched.
    """
    terminal: Terminal = ctx.obj
    options = EditOptions(
        check=check,
        diff=diff,
        output=output or format_for(terminal),
        recorder=recorder,
        skip_unrecognized=skip_unrecognized,
        stdin_filename=stdin_filename,
        colours=terminal.colours(colour, terminal.stdout),
        quiet=quiet,
    )
    override = overriding(exclude=exclude)
    configs = Configs(terminal.cwd, explicit=config, enabled=not no_config, override=override)
    with ending_tidily():
        code = Redactor(options, terminal, configs).run(paths)
    raise typer.Exit(code)
