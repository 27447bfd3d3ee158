"""Errors in one voice: what is wrong and where, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.errors import CassetteError
from cassette_cli.output.foreign import one_line


def error_lines(error: CassetteError, path: str | None = None) -> Iterator[str]:
    """`error: calls.yaml: no recorder recognises it`, then `found:`, `tried:`, `hint:`."""
    yield f"error: {place_words(error, path)}{one_line(error.message)}"
    if error.found:
        yield f"  found: {one_line(error.found)}"
    if error.tried:
        yield f"  tried: {one_line(error.tried)}"
    if error.hint:
        yield f"  hint: {one_line(error.hint)}"


def place_words(error: CassetteError, path: str | None) -> str:
    """`calls.yaml:3:7: `, as far as it is known."""
    where = f":{error.where.line}:{error.where.column}" if error.where else ""
    return f"{one_line(path)}{where}: " if path else ""
