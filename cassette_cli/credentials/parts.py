"""A part of a string that may be a secret: where it is, what it is called, how it is written."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cassette_cli.model.kind import Kind


class Encoding(StrEnum):
    """How the characters of a part give its value."""

    PLAIN = "plain"
    PERCENT = "percent"
    BASE64 = "base64"


class Part(NamedTuple):
    """`text[start:end]`, offsets 0-based in characters, of the string that was parsed.

    `name` is the decoded name of a parameter or cookie, the scheme in lower case, or the place
    (`user`, `password`). `kind` is what the name says, None where it says nothing.
    """

    name: str
    start: int
    end: int
    kind: Kind | None
    encoding: Encoding = Encoding.PLAIN


def trimmed(text: str, start: int, end: int, blanks: str = " \t") -> tuple[int, int]:
    """`start` and `end` drawn in over the blanks at both ends of `text[start:end]`."""
    while start < end and text[start] in blanks:
        start += 1
    while end > start and text[end - 1] in blanks:
        end -= 1
    return start, end


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` drawn in over one pair of double quotes around `text[start:end]`."""
    quoted = end - start >= 2 and text[start] == '"' == text[end - 1]
    return (start + 1, end - 1) if quoted else (start, end)
