"""What a plain scalar means to PyYAML, on which vcrpy is built.

After the expressions in PyYAML's `resolver.py` and the constructors in its `constructor.py`, which
follow YAML 1.1 (https://yaml.org/type/): `0200` is 128, `1:30` is 90, and `NO` is false.
"""

from __future__ import annotations

from math import isfinite

from cassette_cli.lazy import lazy
from cassette_cli.source.kinds import Kind, Number

_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **{
        spelling: "bool"
        for word in ("yes", "no", "true", "false", "on", "off")
        for spelling in (word, word.title(), word.upper())
    },
}
_INT = lazy(r"[-+]?(?:0b[01_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*(?::[0-5]?[0-9])*)")
_FLOAT = lazy(
    r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_TIMESTAMP = lazy(
    r"[0-9]{4}-[0-9][0-9]-[0-9][0-9]|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)"
    r"[0-9][0-9]?:[0-9][0-9]:[0-9][0-9](?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"
)


_LONGEST = 400
"""Characters of a number that anybody writes."""


def kind(text: str) -> Kind:
    """What an untagged plain scalar is."""
    known = _WORDS.get(text)
    if known is not None:
        return known
    if text[0] not in "+-.0123456789":
        return "str"
    if _INT.fullmatch(text):
        return "int"
    if _FLOAT.fullmatch(text):
        return "float"
    return "timestamp" if _TIMESTAMP.fullmatch(text) else "str"


def number(text: str) -> Number | None:
    """The number; None for what is none, or is too long for one. Not a number at all is 0.0."""
    plain = text.replace("_", "").lower()
    if len(plain) > _LONGEST:
        return None
    sign = -1 if plain.startswith("-") else 1
    digits = plain.lstrip("+-")
    if digits in (".inf", ".nan"):
        return 0.0
    try:
        value = _unsigned(digits)
    except (ValueError, OverflowError):
        return None
    return sign * value if isinstance(value, int) or isfinite(value) else 0.0


def _unsigned(digits: str) -> Number:
    if ":" in digits:
        return _sexagesimal(digits)
    if digits.startswith(("0b", "0x")):
        return int(digits, 0)
    if digits.startswith("0") and digits.isdecimal():
        return int(digits, 8)
    return int(digits) if digits.isdecimal() else float(digits)


def _sexagesimal(digits: str) -> Number:
    """`1:30` is 90, `1:30.5` is 90.5."""
    total: Number = 0
    for part in digits.split(":"):
        total = total * 60 + (float(part) if "." in part else int(part))
    return total
