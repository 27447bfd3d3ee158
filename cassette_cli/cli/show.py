"""`cassette show`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cassette_cli.cli.options import (
    Colour,
    ColourOption,
    Format,
    FormatOption,
    NoPagerOption,
    RecorderOption,
    StdinNameOption,
    format_for,
)
from cassette_cli.cli.show_run import ShowOptions, show_all
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import UsageError
from cassette_cli.output.pager import paged

if TYPE_CHECKING:
    from cassette_cli.output.show_view import Part


class BodySide(StrEnum):
    """Whose body."""

    request = "request"
    response = "response"


def show(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Cassettes; - is stdin.")],
    interactions: Annotated[
        list[str],
        typer.Option(
            "--interaction",
            "-i",
            metavar="SELECTOR",
            help="Show these in full: 3, -1, 2:5, method=POST, status=4xx, url=GLOB.",
        ),
    ] = [],  # noqa: B006  # Typer copies it
    grep: Annotated[
        str | None, typer.Option("--grep", metavar="TEXT", help="Only interactions that hold TEXT.")
    ] = None,
    chunks: Annotated[bool, typer.Option("--chunks", help="Only the stream's chunks.")] = False,
    message: Annotated[
        bool, typer.Option("--message", help="Only the message the chunks add up to.")
    ] = False,
    headers: Annotated[bool, typer.Option("--headers", help="Only the headers.")] = False,
    body: Annotated[
        BodySide | None, typer.Option("--body", help="Only this body, decoded.")
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="With --body (default response): as recorded, not pretty.")
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="With --raw: do not mask detected secrets.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Cut nothing.")] = False,
    collapse: Annotated[bool, typer.Option("--collapse", help="Join runs of like chunks.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which readers were chosen, and why.")
    ] = False,
    usage: Annotated[
        bool, typer.Option("--usage", help="Only the tokens and costs, summed by model.")
    ] = False,
    output: FormatOption = None,
    recorder: RecorderOption = None,
    stdin_filename: StdinNameOption = "<stdin>",
    colour: ColourOption = Colour.auto,
    no_pager: NoPagerOption = False,
) -> None:
    """Show interactions, bodies and event streams.

    One line an interaction; with -i one in full, and a file with a single one opens directly.
    Streams are shown as their chunks and the message these add up to. Secrets are masked.
    """
    part = _part(chunks=chunks, message=message, headers=headers, body=body, usage=usage, raw=raw)
    if reveal and not raw:
        raise UsageError("--reveal goes with --raw", hint="everything else is always masked")
    terminal: Terminal = ctx.obj
    options = ShowOptions(
        selectors=interactions,
        grep=grep,
        part=part,
        raw=raw,
        reveal=reveal,
        whole=full,
        collapse=collapse,
        explain=explain,
        output=output or format_for(terminal),
        recorder=recorder,
        stdin_filename=stdin_filename,
        colours=terminal.colours(colour, terminal.stdout),
    )
    full_view = options.output is Format.full and not raw
    wanted = terminal.interactive and not no_pager and full_view
    with paged(terminal.stdout, terminal.environ, wanted=wanted) as stream:
        code = show_all(files, options, terminal, stream)
    raise typer.Exit(code)


def _part(
    *,
    chunks: bool,
    message: bool,
    headers: bool,
    body: BodySide | None,
    usage: bool,
    raw: bool,
) -> Part:
    """The one part that was asked for."""
    asked: dict[str, Part] = {}
    asked |= {"--chunks": "chunks"} if chunks else {}
    asked |= {"--message": "message"} if message else {}
    asked |= {"--headers": "headers"} if headers else {}
    asked |= {"--usage": "usage"} if usage else {}
    asked |= {"--body": body.value} if body is not None else {}
    if len(asked) > 1:
        words = " and ".join(asked)
        raise UsageError(f"{words} exclude each other", hint="ask for one part at a time")
    if raw and not asked:
        return "response"
    if raw and body is None:
        raise UsageError("--raw goes with --body", found=next(iter(asked)))
    return next(iter(asked.values()), "all")
