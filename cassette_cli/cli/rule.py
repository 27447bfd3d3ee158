"""`cassette rule`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.cli.options import Colour, ColourOption, NoPagerOption
from cassette_cli.cli.terminal import Terminal
from cassette_cli.output.pager import paged


class RuleFormat(StrEnum):
    """How `rule` prints."""

    text = "text"
    json = "json"


def rule(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A rule; all are listed without.")
    ] = None,
    output: Annotated[
        RuleFormat, typer.Option("--format", "-o", help="How to print.")
    ] = RuleFormat.text,
    colour: ColourOption = Colour.auto,
    no_pager: NoPagerOption = False,
) -> None:
    """Explain a rule with its examples, or list all."""
    from cassette_cli.output.rule_view import rule_documents, rule_list, rule_view
    from cassette_cli.output.terminal import write_lines
    from cassette_cli.rules.rule import find, rules

    terminal: Terminal = ctx.obj
    chosen = rules() if name is None else (find(name),)
    if output is RuleFormat.json:
        from cassette_cli.output.json_output import document

        terminal.write_utf8(document(rule_documents(chosen)))
        raise typer.Exit(0)
    colours = terminal.colours(colour, terminal.stdout)
    lines = rule_list(chosen, terminal.width) if name is None else rule_view(chosen[0])
    wanted = terminal.interactive and not no_pager
    with paged(terminal.stdout, terminal.environ, wanted=wanted) as stream:
        write_lines(lines, stream, colours=colours)
    raise typer.Exit(0)
