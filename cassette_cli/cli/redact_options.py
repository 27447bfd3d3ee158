"""What the command line says to `redact`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RedactFormat(StrEnum):
    """How `redact` prints."""

    full = "full"
    concise = "concise"
    json = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactOptions:
    """What the command line says."""

    check: bool
    diff: bool
    output: RedactFormat
    recorder: str | None
    skip_unrecognized: bool
    stdin_filename: str
    colours: bool
    quiet: bool
