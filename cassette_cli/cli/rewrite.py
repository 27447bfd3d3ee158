"""`cassette rewrite`."""

from __future__ import annotations

from typing import Annotated

import typer

from cassette_cli.cli.edit_options import EditOptions, Export
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
from cassette_cli.cli.rewrite_run import Rewriter
from cassette_cli.cli.signals import ending_tidily
from cassette_cli.cli.terminal import Terminal
from cassette_cli.ops.config import Configs
from cassette_cli.ops.transforms.chosen import Wishes, chosen
from cassette_cli.ops.transforms.replace import Where

_VALUE = "POINTER=VALUE"


def rewrite(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files and folders; - is stdin to stdout.")
    ],
    set_value: Annotated[
        list[str], typer.Option("--set", metavar=_VALUE, help="Put a value, of its type there.")
    ] = [],  # noqa: B006  # Typer copies it
    set_text: Annotated[
        list[str], typer.Option("--set-text", metavar=_VALUE, help="Put a text, whatever it says.")
    ] = [],  # noqa: B006
    delete: Annotated[
        list[str], typer.Option("--delete", metavar="POINTER", help="Take out an entry or an item.")
    ] = [],  # noqa: B006
    insert: Annotated[
        list[str], typer.Option("--insert", metavar=_VALUE, help="Put in an entry or an item.")
    ] = [],  # noqa: B006
    drop: Annotated[
        list[str],
        typer.Option("--drop", metavar="SELECTOR", help="Take these interactions out: 3, 2:5, ..."),
    ] = [],  # noqa: B006
    keep: Annotated[
        list[str],
        typer.Option("--keep", metavar="SELECTOR", help="Take all but these interactions out."),
    ] = [],  # noqa: B006
    drop_header: Annotated[
        list[str], typer.Option("--drop-header", metavar="GLOB", help="Take these headers out.")
    ] = [],  # noqa: B006
    set_header: Annotated[
        list[str],
        typer.Option("--set-header", metavar="NAME=VALUE", help="Give headers another value."),
    ] = [],  # noqa: B006
    replace: Annotated[
        list[str],
        typer.Option("--replace", metavar="PATTERN=TEXT", help="Replace in values as decoded."),
    ] = [],  # noqa: B006
    where: Annotated[Where, typer.Option("--in", help="Where to replace.")] = Where.all,
    regex: Annotated[
        bool, typer.Option("--regex", help="Patterns are regular expressions, texts take \\1.")
    ] = False,
    dedupe: Annotated[
        bool, typer.Option("--dedupe", help="Take out what repeats an interaction exactly.")
    ] = False,
    drop_volatile: Annotated[
        bool, typer.Option("--drop-volatile", help="Take out dates, request ids, rate limits ...")
    ] = False,
    literal: Annotated[
        bool, typer.Option("--literal", help="Lay wrapped and escaped bodies as literal blocks.")
    ] = False,
    decode: Annotated[
        bool, typer.Option("--decode", help="Store base64 and compressed texts plain.")
    ] = False,
    pretty_json: Annotated[
        bool, typer.Option("--pretty-json", help="Lay JSON bodies out; changes their bytes.")
    ] = False,
    fix_lengths: Annotated[
        bool, typer.Option("--fix-lengths", help="State the lengths that the bodies have.")
    ] = False,
    fix_encoding: Annotated[
        bool,
        typer.Option("--fix-encoding", help="Take out Content-Encoding where a body is plain."),
    ] = False,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Turn older formats into today's.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Do what may make a replay miss, too.")
    ] = False,
    to: Annotated[
        Export | None, typer.Option("--to", help="Write another format; with --output-file.")
    ] = None,
    output_file: Annotated[
        str | None,
        typer.Option("--output-file", metavar="FILE", help="Write the result there instead."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what would.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print the change.")] = False,
    exclude: ExcludeOption = [],  # noqa: B006
    output: FormatOption = None,
    recorder: RecorderOption = None,
    skip_unrecognized: SkipOption = False,
    stdin_filename: StdinNameOption = "<stdin>",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    colour: ColourOption = Colour.auto,
    quiet: QuietOption = False,
) -> None:
    """Edit cassettes, every other byte untouched.

    Pointers are JSON Pointers into the file. What is taken out or put in is done in the order of
    these options, not in that of the command line. Exits 0 when it was done; with --check and
    --diff 1 when a file would change; 2 when one was refused, which then stays untouched.
    """
    terminal: Terminal = ctx.obj
    wishes = Wishes(
        set_value,
        set_text,
        delete,
        insert,
        drop,
        keep,
        drop_header,
        set_header,
        replace,
        decode=decode,
        upgrade=upgrade,
        dedupe=dedupe,
        drop_volatile=drop_volatile,
        fix_encoding=fix_encoding,
        pretty_json=pretty_json,
        literal=literal,
        fix_lengths=fix_lengths,
    )
    transforms = chosen(wishes, where, regex=regex, exports=to is not None)
    options = EditOptions(
        check=check,
        diff=diff,
        output=output or format_for(terminal),
        recorder=recorder,
        skip_unrecognized=skip_unrecognized,
        stdin_filename=stdin_filename,
        colours=terminal.colours(colour, terminal.stdout),
        quiet=quiet,
        output_file=output_file,
        force=force,
        to=to,
    )
    override = overriding(exclude=exclude)
    configs = Configs(terminal.cwd, explicit=config, enabled=not no_config, override=override)
    with ending_tidily():
        code = Rewriter(options, terminal, configs, transforms).run(paths)
    raise typer.Exit(code)
