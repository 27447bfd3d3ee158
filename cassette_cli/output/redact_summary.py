"""What a run of `redact` adds up to: its last lines, for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.errors import UnsupportedError
from cassette_cli.ops.redact import Redacted
from cassette_cli.output.summary import not_read
from cassette_cli.output.units import plural

ROTATE = "rotate what was redacted: git history, and whoever saw it, still has it"


@dataclass(slots=True)
class Tally:
    """Counts over all files of a run."""

    not_read: list[UnsupportedError]
    cassettes: int = 0
    changed: int = 0
    secrets: int = 0
    spared: int = 0
    fields: int = 0
    bodies: int = 0

    def add(self, result: Redacted) -> None:
        """Count one file."""
        self.cassettes += 1
        self.changed += result.changed
        self.secrets += len(result.redactions)
        self.spared += result.spared
        self.fields += len(result.impacts)
        self.bodies += len(result.recompressed)


def closing(tally: Tally, *, dry: bool, refused: bool) -> Iterator[str]:
    """How much was redacted, or would be in a `dry` run, and what was left."""
    if tally.secrets:
        verb = "would be redacted" if dry else "redacted"
        files = plural(tally.changed, "file")
        yield f"{plural(tally.secrets, 'secret')} {verb} in {files}; {ROTATE}"
    elif tally.cassettes or not refused:
        yield f"nothing to redact in {plural(tally.cassettes, 'cassette')}"
    if tally.spared:
        yield f"{plural(tally.spared, 'secret')} left where an ignore covers it"
    if tally.not_read:
        yield not_read(tally.not_read)[1]


def not_shown(tally: Tally) -> Iterator[str]:
    """What the format `concise` leaves out."""
    if tally.fields:
        words = f"{plural(tally.fields, 'redacted field')} compared when the recording replays"
        yield f"{words}; -o full says where, and what to configure"
    if tally.bodies:
        were = "1 body was" if tally.bodies == 1 else f"{tally.bodies:,} bodies were"
        yield f"{were} compressed anew, all bytes changed; -o full says which"
