"""`cassette lint`."""

from __future__ import annotations

from typing import Annotated

import typer

from cassette_cli.cli.check import check
from cassette_cli.cli.check_options import CheckOptions, configs_for, default_format
from cassette_cli.cli.options import (
    Colour,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    FailOn,
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

_Names = list[str]


def lint(
    ctx: typer.Context,
    paths: PathsArgument = ["."],  # noqa: B006  # Typer copies it
    select: Annotated[
        _Names, typer.Option("--select", metavar="RULE", help="Only these rules or groups.")
    ] = [],  # noqa: B006
    extend_select: Annotated[
        _Names, typer.Option("--extend-select", metavar="RULE", help="These as well.")
    ] = [],  # noqa: B006
    ignore: Annotated[
        _Names, typer.Option("--ignore", metavar="RULE", help="Not these rules or groups.")
    ] = [],  # noqa: B006
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit 1 for these and worse.")
    ] = None,
    exclude: ExcludeOption = [],  # noqa: B006
    output: LintFormatOption = None,
    recorder: RecorderOption = None,
    skip_unrecognized: SkipOption = False,
    stdin_filename: StdinNameOption = "<stdin>",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    show_config: Annotated[
        bool, typer.Option("--show-config", help="Print each value and where it came from.")
    ] = False,
    colour: ColourOption = Colour.auto,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Check cassettes: shape, bodies, event streams, secrets.

    Exits 1 on errors (or what --fail-on says), 2 when a file cannot be read. Folders are walked;
    files in them that no recorder wrote are passed over.
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
        override=overriding(
            select=select,
            extend_select=extend_select,
            ignore=ignore,
            fail_on=fail_on.value if fail_on else None,
            exclude=exclude,
        ),
        config=config,
        no_config=no_config,
    )
    if show_config:
        from cassette_cli.output.config_lines import config_lines

        found = configs_for(options, terminal).for_path(paths[0])
        terminal.write_utf8("".join(line + "\n" for line in config_lines(found)))
        raise typer.Exit(0)
    raise typer.Exit(check(options, terminal))
