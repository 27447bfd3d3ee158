"""The cookies of `Cookie` and `Set-Cookie` headers."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.cookie_names import cookie_kind
from cassette_cli.credentials.parts import Part, trimmed, unquoted
from cassette_cli.lazy import lazy

_NEXT = lazy(r"(?:,[ \t]*|\r?\n)(?=[\w!#$%&'*+.^`|~-]{1,100}=)")
"""Before another cookie; the commas of dates and of most values are followed by no name."""


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


def set_cookie_parts(value: str) -> Iterator[Part]:
    """The cookie of a `Set-Cookie` value, without its attributes.

    Several, where a recorder has joined them by a comma or a newline.
    """
    start = 0
    for found in (*_NEXT.finditer(value), None):
        end = found.start() if found is not None else len(value)
        semicolon = value.find(";", start, end)
        part = _cookie(value, start, end if semicolon < 0 else semicolon)
        if part is not None:
            yield part
        start = found.end() if found is not None else end


def _cookie(value: str, start: int, end: int) -> Part | None:
    equals = value.find("=", start, end)
    if equals < 0:
        return None
    name = value[slice(*trimmed(value, start, equals))]
    first, last = unquoted(value, *trimmed(value, equals + 1, end))
    return Part(name, first, last, cookie_kind(name))
