"""What a plain scalar means to go-yaml, on which go-vcr is built.

After `resolve` in go-yaml's `resolve.go` (version 3; version 2 differs in words that are booleans
only to fields of that type): https://github.com/go-yaml/yaml/blob/v3/resolve.go
"""

from __future__ import annotations

from datetime import datetime
from math import isfinite

from cassette_cli.lazy import lazy
from cassette_cli.source.kinds import Kind, Number

_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "bool"),
    **dict.fromkeys((sign + word for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")),
                    "float"),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), "float"),
}  # fmt: skip
_FLOAT = lazy(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_POINT = lazy(r"\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?")
_INT = lazy(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))")
_SIGN_INSIDE = lazy(r"(-?)0(?:b([-+]?[01]+)|o([-+]?[0-7]+))")
_TIMESTAMP = lazy(
    r"([0-9]{4}-[0-9][0-9]?-[0-9][0-9]?)"
    r"(?:(?:[Tt]| +)([0-9][0-9]?:[0-9][0-9]?:[0-9][0-9]?)(?:[.,][0-9]+)?"
    r"(Z|[-+][0-9][0-9]:[0-9][0-9])?)?"
)
_LONGEST = 400
"""Characters of a number; one with more is out of every range."""


def kind(text: str) -> Kind:
    """What an untagged plain scalar is."""
    known = _WORDS.get(text)
    if known is not None:
        return known
    if text[0] == ".":
        return "float" if _POINT.fullmatch(text) and isfinite(float(text)) else "str"
    if text[0] not in "+-0123456789":
        return "str"
    if _is_timestamp(text):
        return "timestamp"
    value = number(text)
    return "str" if value is None else "float" if isinstance(value, float) else "int"


def number(text: str) -> Number | None:
    """The number; None for what is none, or is beyond 64 bits. Not a number at all is 0.0."""
    if text in _WORDS:
        return 0.0 if _WORDS[text] == "float" else None
    plain = text.replace("_", "")
    if len(plain) > _LONGEST:
        return None
    value = _integer(plain)
    if value is None and _FLOAT.fullmatch(plain) and isfinite(float(plain)):
        return float(plain)
    return _sign_inside(plain) if value is None else value


def _integer(text: str) -> int | None:
    found = _INT.fullmatch(text)
    if found is None:
        return None
    sign, *digits = found.groups()
    bases = zip((16, 8, 2, 10), digits, strict=True)
    value = next(int(sign + part, base) for base, part in bases if part is not None)
    # Without a sign 64 bits are read once more, as an unsigned number.
    return value if -(2**63) <= value < (2**63 if sign else 2**64) else None


def _sign_inside(text: str) -> int | None:
    """`0b+1`: what follows `0b` and `0o` may have a sign of its own."""
    found = _SIGN_INSIDE.fullmatch(text)
    if found is None or (found[1] and (found[2] or found[3])[0] in "+-"):
        return None
    value = int(found[2], 2) if found[2] else int(found[3], 8)
    return -value if found[1] else value


def _is_timestamp(text: str) -> bool:
    found = _TIMESTAMP.fullmatch(text)
    if found is None:
        return False
    date, clock, zone = found.groups()
    # Only behind a T is there a zone, and there must be one.
    if clock and bool(zone) != (text[len(date)] in "Tt"):
        return False
    try:
        datetime.strptime(date, "%Y-%m-%d")
        datetime.strptime(clock or "0:0:0", "%H:%M:%S")
    except ValueError:
        return False
    return True
