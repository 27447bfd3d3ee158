"""`cassette show`: one file after the other, whichever part of it was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TextIO

from cassette_cli.cli.inputs import display_path, read_input, report
from cassette_cli.cli.options import Format
from cassette_cli.cli.terminal import Terminal
from cassette_cli.errors import CassetteError, UsageError, internal_error
from cassette_cli.ops.config import Configs
from cassette_cli.output.foreign import one_line
from cassette_cli.output.units import plural

if TYPE_CHECKING:
    from cassette_cli.ops.show import Shown
    from cassette_cli.ops.usage import Usage
    from cassette_cli.output.layout import StyledLine
    from cassette_cli.output.show_view import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOptions:
    """What the command line says."""

    selectors: list[str]
    grep: str | None
    part: Part
    raw: bool
    reveal: bool
    whole: bool
    collapse: bool
    explain: bool
    output: Format
    recorder: str | None
    stdin_filename: str
    colours: bool


def show_all(files: Sequence[str], options: ShowOptions, terminal: Terminal, stream: TextIO) -> int:
    """Every file; one that cannot be shown does not stop the others."""
    if options.part != "usage":
        return _each(files, options, terminal, partial(_write, options, terminal, stream))
    from cassette_cli.ops.usage import add_usages

    usages: dict[str, Usage] = {}

    def add(number: int, shown: Shown) -> None:
        del number
        add_usages(usages, shown.interactions)

    code = _each(files, options, terminal, add)
    _write_usages(list(usages.values()), options, terminal, stream)
    return code


def _each(
    files: Sequence[str],
    options: ShowOptions,
    terminal: Terminal,
    take: Callable[[int, Shown], None],
) -> int:
    """Reads every file and has it taken, with its 0-based number; the exit code."""
    code = 0
    configs = Configs(terminal.cwd)
    for number, path in enumerate(files):
        try:
            shown = _read(path, options, terminal, configs)
            take(number, shown)
            shown.cassette.document.release()
        except CassetteError as error:
            # What was found in a file concerns that file; the rest is the command line's fault.
            if isinstance(error, UsageError) and error.found is None:
                raise
            report(error, terminal, display_path(path, options.stdin_filename))
            code = 2
        except OSError:
            raise
        except Exception as error:
            report(internal_error(error), terminal, display_path(path, options.stdin_filename))
            code = 2
    return code


def _read(path: str, options: ShowOptions, terminal: Terminal, configs: Configs) -> Shown:
    from cassette_cli.ops.load import load
    from cassette_cli.ops.mask import masked
    from cassette_cli.ops.show import Shown, choose_interactions

    name = display_path(path, options.stdin_filename)
    limit = configs.for_path(name).max_decoded_size
    data = read_input(path, terminal)
    cassette = load(name, data, recorder=options.recorder, limit=limit)
    count = 0
    if not options.reveal:
        cassette, count = masked(cassette)
    chosen = choose_interactions(cassette, options.selectors, options.grep)
    with_text = bool(options.selectors) or options.whole or options.part in ("request", "response")
    return Shown(name, cassette, chosen, with_text, count)


def _write_usages(
    usages: Sequence[Usage], options: ShowOptions, terminal: Terminal, stream: TextIO
) -> None:
    from cassette_cli.output.usage_view import usage_document, usage_lines

    if options.output is Format.json:
        from cassette_cli.output.json_output import line

        terminal.write_utf8(line(usage_document(usages)))
        return
    from cassette_cli.output.terminal import write_lines

    width = terminal.width if options.output is Format.full else None
    write_lines(usage_lines(usages, width), stream, colours=options.colours)


def _write(
    options: ShowOptions, terminal: Terminal, stream: TextIO, number: int, shown: Shown
) -> None:
    if number and options.output is not Format.json and options.part == "all":
        stream.write("\n")
    if not shown.interactions and shown.cassette.interactions:
        held = plural(len(shown.cassette.interactions), "interaction")
        terminal.stderr.write(f"note: {one_line(shown.path)}: none of {held} matches\n")
    if options.output is Format.json:
        from cassette_cli.output.json_output import line
        from cassette_cli.output.show_json import show_document

        terminal.write_utf8(line(show_document(shown)))
    elif options.raw:
        _write_raw(shown, options, terminal)
    else:
        from cassette_cli.output.terminal import write_lines

        write_lines(_lines(shown, options, terminal), stream, colours=options.colours)
    if shown.masked:
        what = plural(shown.masked, "detected secret")
        terminal.stderr.write(f"note: {one_line(shown.path)}: {what} in it masked with *\n")


def _lines(shown: Shown, options: ShowOptions, terminal: Terminal) -> Iterator[StyledLine]:
    from cassette_cli.output.show_list import list_view
    from cassette_cli.output.show_view import View, full_view

    width = terminal.width if options.output is Format.full else None
    single = len(shown.cassette.interactions) == 1
    if options.selectors or single or options.part != "all":
        view = View(options.part, width, options.whole, options.collapse, options.explain)
        return full_view(shown, view)
    return list_view(shown, width, explain=options.explain)


def _write_raw(shown: Shown, options: ShowOptions, terminal: Terminal) -> None:
    """The decoded body's own bytes, for another program."""
    from cassette_cli.output.show_body import body_bytes

    terminal.stdout.flush()
    for interaction in shown.interactions:
        message = interaction.request if options.part == "request" else interaction.response
        terminal.write_bytes(body_bytes(message.body))
