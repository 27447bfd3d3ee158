"""`cassette validate`."""

from __future__ import annotations

from typing import Annotated

import typer

from cassette_cli.cli.check import check
from cassette_cli.cli.check_options import CheckOptions, default_format
from cassette_cli.cli.options import (
    Colour,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    LintFormatOption,
    NoConfigOption,
    PathsArgument,
    QuietOption,
    RecorderOption,
    SkipOption,
    StdinNameOption,
    VerboseOption,
)
from cassette_cli.cli.overrides import overriding
from cassette_cli.cli.terminal import Terminal


def validate(
    ctx: typer.Context,
    paths: PathsArgument = ["."],  # noqa: B006  # Typer copies it
    schema: Annotated[
        str | None,
        typer.Option("--schema", metavar="FILE", help="Hold against this JSON Schema instead."),
    ] = None,
    exclude: ExcludeOption = [],  # noqa: B006  # Typer copies it
    output: LintFormatOption = None,
    recorder: RecorderOption = None,
    skip_unrecognized: SkipOption = False,
    stdin_filename: StdinNameOption = "<stdin>",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    colour: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Check only the shape of cassettes.

    Does it parse, which recorder wrote it, does it fit that recorder's JSON Schema? Every violation
    is reported with its line and column. With -v, what each file was taken for.
    """
    terminal: Terminal = ctx.obj
    options = CheckOptions(
        paths=paths,
        output=output or default_format(terminal),
        colour=colour,
        recorder=recorder,
        skip_unrecognized=skip_unrecognized,
        stdin_filename=stdin_filename,
        quiet=quiet,
        verbose=verbose,
        group="shape",
        own_schema=_own(schema, terminal) if schema else None,
        override=overriding(exclude=exclude),
        config=config,
        no_config=no_config,
    )
    raise typer.Exit(check(options, terminal))


def _own(path: str, terminal: Terminal) -> object:
    from cassette_cli.errors import CassetteError, UsageError
    from cassette_cli.ops.files import read_path
    from cassette_cli.ops.validate import load_schema

    try:
        return load_schema(read_path(path, terminal.cwd))
    except CassetteError as error:
        raise UsageError(f"--schema {path}: {error.message}", hint=error.hint) from None
