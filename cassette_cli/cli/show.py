"""`cassette show`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cassette_cli.cli.inputs import display_path, read_input, report
from cassette_cli.cli.options import (
    Colour,
    ColourOption,
    NoPagerOption,
    RecorderOption,
    StdinNameOption,
)
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError, UsageError
from cassette_cli.output.pager import paged
from cassette_cli.output.units import plural

if TYPE_CHECKING:
    from cassette_cli.ops.show import Shown
    from cassette_cli.output.layout import StyledLine
    from cassette_cli.output.show_view import Part


class ShowFormat(StrEnum):
    """How `show` prints."""

    full = "full"
    concise = "concise"
    json = "json"


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
    output: Annotated[
        ShowFormat | None, typer.Option("--format", "-o", help="How to print.")
    ] = None,
    recorder: RecorderOption = None,
    stdin_filename: StdinNameOption = "<stdin>",
    colour: ColourOption = Colour.auto,
    no_pager: NoPagerOption = False,
) -> None:
    """Show interactions, bodies and event streams.

    One line an interaction; with -i one in full, and a file with a single one opens directly.
    Streams are shown as their chunks and the message these add up to. Secrets are masked.
    """
    part = _part(chunks=chunks, message=message, headers=headers, body=body, raw=raw)
    if reveal and not raw:
        raise UsageError("--reveal goes with --raw", hint="everything else is always masked")
    terminal: Terminal = ctx.obj
    options = _Options(
        selectors=interactions,
        grep=grep,
        part=part,
        raw=raw,
        reveal=reveal,
        whole=full,
        collapse=collapse,
        explain=explain,
        output=output or (ShowFormat.full if terminal.interactive else ShowFormat.concise),
        recorder=recorder,
        stdin_filename=stdin_filename,
        colours=terminal.colours(colour, terminal.stdout),
    )
    wanted = terminal.interactive and not no_pager and options.output is ShowFormat.full
    with paged(terminal.stdout, terminal.environ, wanted=wanted) as stream:
        code = _show_all(files, options, terminal, stream)
    raise typer.Exit(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    selectors: list[str]
    grep: str | None
    part: Part
    raw: bool
    reveal: bool
    whole: bool
    collapse: bool
    explain: bool
    output: ShowFormat
    recorder: str | None
    stdin_filename: str
    colours: bool


def _part(*, chunks: bool, message: bool, headers: bool, body: BodySide | None, raw: bool) -> Part:
    """The one part that was asked for."""
    asked: list[Part] = []
    asked += ["chunks"] if chunks else []
    asked += ["message"] if message else []
    asked += ["headers"] if headers else []
    asked += [body.value] if body is not None else []
    if len(asked) > 1:
        words = " and ".join(asked)
        raise UsageError(f"{words} exclude each other", hint="ask for one part at a time")
    if raw and not asked:
        return "response"
    if raw and body is None:
        raise UsageError("--raw goes with --body", found=f"--{asked[0]}")
    return asked[0] if asked else "all"


def _show_all(files: list[str], options: _Options, terminal: Terminal, stream: TextIO) -> int:
    """Every file; one that cannot be shown does not stop the others."""
    code = 0
    for number, path in enumerate(files):
        try:
            shown = _read(path, options, terminal)
            if number and options.output is not ShowFormat.json and options.part == "all":
                stream.write("\n")
            _write(shown, options, terminal, stream)
        except CassetteError as error:
            # What was found in a file concerns that file; the rest is the command line's fault.
            if isinstance(error, UsageError) and error.found is None:
                raise
            report(error, terminal, display_path(path, options.stdin_filename))
            code = 2
    return code


def _read(path: str, options: _Options, terminal: Terminal) -> Shown:
    from cassette_cli.ops.load import load
    from cassette_cli.ops.mask import masked
    from cassette_cli.ops.show import Shown, choose_interactions

    name = display_path(path, options.stdin_filename)
    cassette = load(name, read_input(path, terminal), recorder=options.recorder)
    count = 0
    if not options.reveal:
        cassette, count = masked(cassette)
    chosen = choose_interactions(cassette, options.selectors, options.grep)
    with_text = bool(options.selectors) or options.whole or options.part in ("request", "response")
    return Shown(name, cassette, chosen, with_text, count)


def _write(shown: Shown, options: _Options, terminal: Terminal, stream: TextIO) -> None:
    if not shown.interactions and shown.cassette.interactions:
        held = plural(len(shown.cassette.interactions), "interaction")
        terminal.stderr.write(f"note: {shown.path}: none of {held} matches\n")
    if options.output is ShowFormat.json:
        from cassette_cli.output.json_output import line
        from cassette_cli.output.show_json import show_document

        stream.write(line(show_document(shown)))
    elif options.raw:
        _write_raw(shown, options, terminal)
    else:
        from cassette_cli.output.terminal import write_lines

        write_lines(_lines(shown, options, terminal), stream, colours=options.colours)
    if shown.masked:
        what = plural(shown.masked, "detected secret")
        terminal.stderr.write(f"note: {shown.path}: {what} masked with *\n")


def _lines(shown: Shown, options: _Options, terminal: Terminal) -> Iterator[StyledLine]:
    from cassette_cli.output.show_list import list_view
    from cassette_cli.output.show_view import View, full_view

    width = terminal.width if options.output is ShowFormat.full else None
    single = len(shown.cassette.interactions) == 1
    if options.selectors or single or options.part != "all":
        view = View(options.part, width, options.whole, options.collapse, options.explain)
        return full_view(shown, view)
    return list_view(shown, width, explain=options.explain)


def _write_raw(shown: Shown, options: _Options, terminal: Terminal) -> None:
    """The decoded body's own bytes, for another program."""
    from cassette_cli.output.show_body import body_bytes

    terminal.stdout.flush()
    for interaction in shown.interactions:
        message = interaction.request if options.part == "request" else interaction.response
        terminal.write_bytes(body_bytes(message.body))
