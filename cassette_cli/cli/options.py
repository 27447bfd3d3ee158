"""Options that several verbs take, each written once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cassette_cli.cli.terminal import Terminal


class Colour(StrEnum):
    """When to print in colour."""

    auto = "auto"
    always = "always"
    never = "never"


ColourOption = Annotated[
    Colour,
    typer.Option("--color", help="When to use colour; beats NO_COLOR and FORCE_COLOR."),
]
RecorderOption = Annotated[
    str | None,
    typer.Option("--recorder", metavar="NAME", help="Read as this recorder's, or fail."),
]
StdinNameOption = Annotated[
    str,
    typer.Option("--stdin-filename", metavar="PATH", help="What to call the input of -."),
]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Print without a pager.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No summary, no progress.")]
VerboseOption = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="Name every file.")
]


class LintFormat(StrEnum):
    """How `lint` and `validate` print."""

    full = "full"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    github = "github"


class Format(StrEnum):
    """How `show` and `redact` print."""

    full = "full"
    concise = "concise"
    json = "json"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-o", help="How to print; full on a terminal, else concise."),
]


class FailOn(StrEnum):
    """The mildest severity that makes the exit code 1."""

    error = "error"
    warning = "warning"
    info = "info"


PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", show_default=False, help="Files and folders; the current folder by default."
    ),
]
LintFormatOption = Annotated[
    LintFormat | None,
    typer.Option(
        "--format",
        "-o",
        help="How to print; full on a terminal, github in its Actions, else concise.",
    ),
]
SkipOption = Annotated[
    bool,
    typer.Option(
        "--skip-unrecognized", help="Pass over named files that are no cassettes, or excluded."
    ),
]
ExcludeOption = Annotated[
    list[str],
    typer.Option(
        "--exclude", metavar="GLOB", help="Do not walk what matches, as .gitignore has it."
    ),
]
ConfigOption = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Use this configuration.")
]
NoConfigOption = Annotated[bool, typer.Option("--no-config", help="Read no configuration.")]


def format_for(terminal: Terminal) -> Format:
    """How `show` and `redact` print where nobody says how."""
    return Format.full if terminal.interactive else Format.concise
