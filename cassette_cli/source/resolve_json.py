"""What a bare word of a JSON file is (RFC 8259, section 3)."""

from __future__ import annotations

from math import isfinite

from cassette_cli.lazy import lazy
from cassette_cli.source.kinds import Kind, Number

_WORDS: dict[str, Kind] = {"null": "null", "true": "bool", "false": "bool"}
_NUMBER = lazy(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][-+]?[0-9]++)?")
_LONGEST = 400
"""Characters of a number that anybody writes."""


def kind(text: str) -> Kind:
    """What an unquoted word is; anything that JSON does not know is a text."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return _WORDS.get(text, "str")
    return "float" if found[1] or found[2] else "int"


def number(text: str) -> Number | None:
    """The number; None for what is too long for one."""
    if len(text) > _LONGEST:
        return None
    value = float(text) if kind(text) == "float" else int(text)
    return value if isfinite(value) else None
