"""`cassette schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from cassette_cli.cli.terminal import Terminal


def schema(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="go-vcr-v2, vcrpy, lint.v1 ...")
    ] = None,
) -> None:
    """Print a JSON Schema, or list all.

    There is one for each recorder's format, for the configuration, for each machine output.
    """
    from cassette_cli.schemas import names, text

    terminal: Terminal = ctx.obj
    listed = "".join(f"{one}\n" for one in names())
    terminal.write_utf8(listed if name is None else text(name))
    raise typer.Exit(0)
