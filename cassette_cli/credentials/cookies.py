"""The cookies of `Cookie` and `Set-Cookie` headers."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.cookie_names import cookie_kind
from cassette_cli.credentials.parts import Part, trimmed, unquoted


def cookie_parts(value: str) -> Iterator[Part]:
    """Each cookie of a `Cookie` value: its name, the span of its value, its kind by name.

    Quotes around a value are not part of it; what has no `=` is passed over. Never raises.
    """
    start = 0
    while start <= len(value):
        end = value.find(";", start)
        end = len(value) if end < 0 else end
        part = _cookie(value, start, end)
        if part is not None:
            yield part
        start = end + 1


def set_cookie_part(value: str) -> Part | None:
    """The cookie of a `Set-Cookie` value, without its attributes; None where there is none."""
    end = value.find(";")
    return _cookie(value, 0, len(value) if end < 0 else end)


def _cookie(value: str, start: int, end: int) -> Part | None:
    equals = value.find("=", start, end)
    if equals < 0:
        return None
    name = value[slice(*trimmed(value, start, equals))]
    first, last = unquoted(value, *trimmed(value, equals + 1, end))
    return Part(name, first, last, cookie_kind(name))
