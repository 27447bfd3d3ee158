"""The errors a user can meet: one voice, the value that was found, and the next step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: 1-based line and column, in characters."""

    line: int
    column: int


class CassetteError(Exception):
    """Something the user can act on; every such error ends in exit code 2.

    `message` says what is wrong, `found` what stood there instead, `tried` what was tried in vain,
    `hint` what to do next. None of them ever quotes a detected secret.
    """

    def __init__(
        self,
        message: str,
        *,
        found: str | None = None,
        tried: str | None = None,
        hint: str | None = None,
        where: Where | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.found = found
        self.tried = tried
        self.hint = hint
        self.where = where


def internal_error(error: Exception) -> CassetteError:
    """A bug: its kind and its place, and no value, since a value may be a secret."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "?"
    if trace is not None:
        code = trace.tb_frame.f_code
        place = f"{PurePath(code.co_filename).name}:{trace.tb_lineno} ({code.co_name})"
    return CassetteError(
        f"internal error: {type(error).__name__} at {place}",
        hint="please report this line, and the recorder of the file; the file is as it was",
    )


def output_error(error: OSError) -> CassetteError:
    """Output that cannot be written: a full disk, a lost share."""
    reason = error.strerror or type(error).__name__
    words = f"the output cannot be written: {reason}"
    return CassetteError(words, hint="files are as they were, or changed in full")


def did_you_mean(name: str, known: Iterable[str], otherwise: str, *, likeness: float = 0.6) -> str:
    """A hint: the known name that is nearest (`likeness` is difflib's ratio), or other words."""
    import difflib

    close = difflib.get_close_matches(name, list(known), 1, likeness)
    return f"did you mean {close[0]}?" if close else otherwise


class UsageError(CassetteError):
    """The command line asks for something that does not exist or does not fit together."""


class ConfigError(CassetteError):
    """The configuration cannot be read or names something unknown."""


class UnreadableError(CassetteError):
    """The file bears a recorder's marks or was named, and cannot be read."""


class UnrecognizedError(CassetteError):
    """No recorder recognises the file."""


class UnsupportedError(UnrecognizedError):
    """A recording of a kind that is known and not read; `kind` names that, in the plural."""

    def __init__(self, kind: str, *, found: str | None = None, hint: str) -> None:
        super().__init__(f"{kind} are not read", found=found, hint=hint)
        self.kind = kind


class LimitError(UnreadableError):
    """Reading on would take more memory or time than the configured limit allows."""


class RefusedError(CassetteError):
    """An edit cannot be proved safe; the file stays as it was."""
