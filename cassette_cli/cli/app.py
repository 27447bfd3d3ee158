"""The command line: each verb is one module, imported when it is called or its help is shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from cassette_cli.errors import UsageError, did_you_mean
from cassette_cli.lazy import lazy

VERBS = ("show", "lint", "validate", "redact", "rewrite", "rule", "schema")
"""In the order of the help."""

_PYTHON_TYPE = lazy(r" <(?:str|list\[str\])>")

HELP = """Read, check and clean recorded HTTP: cassettes of every recorder, LLM streams included.

Exit codes: 0 nothing to report, 1 findings or changes, 2 an error, 130 interrupted."""


class _Verb(TyperCommand):
    """A verb whose help calls its arguments by their names alone, as every other program's does."""

    def get_help(self, ctx: Any) -> str:
        return _PYTHON_TYPE.sub("", super().get_help(ctx)).replace("{", "").replace("}", "")


class _Verbs(TyperGroup):
    """A group that imports a verb's module only when it is needed."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in VERBS:
            if ctx.resilient_parsing or cmd_name.startswith("-"):
                return None
            raise no_verb(cmd_name)
        module = import_module(f"cassette_cli.cli.{cmd_name}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name=cmd_name, cls=_Verb)(getattr(module, cmd_name))
        return typer.main.get_command(app)


def build() -> Any:
    """The command that Typer runs."""
    app = typer.Typer(
        cls=_Verbs,
        help=HELP,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_top)
    return typer.main.get_command(app)


def no_verb(name: str) -> UsageError:
    """What stands where a verb should: a misspelt one, or a file."""
    hint = did_you_mean(name, VERBS, f"there are {', '.join(VERBS)}")
    if "." in name or "/" in name:
        hint = f"to read a file: cassette show {name[:60]}"
    return UsageError(f"there is no command {name[:60]}", hint=hint)


def _version(value: bool) -> None:
    if value:
        from cassette_cli.version import version

        typer.echo(f"cassette {version()}")
        raise typer.Exit


def _top(
    version: bool = typer.Option(
        False, "--version", "-V", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    pass
