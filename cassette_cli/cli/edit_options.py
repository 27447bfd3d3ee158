"""What the command line says to a verb that writes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cassette_cli.cli.options import Format


class Export(StrEnum):
    """Formats that a cassette can be written in though no recorder of it reads them."""

    har = "har"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOptions:
    """What the command line says."""

    check: bool
    diff: bool
    output: Format
    recorder: str | None
    skip_unrecognized: bool
    stdin_filename: str
    colours: bool
    quiet: bool
    output_file: str | None = None
    """Where the result of the only file goes, which then stays as it is."""
    force: bool = False
    """Whether to do what may make a replay miss."""
    to: Export | None = None
