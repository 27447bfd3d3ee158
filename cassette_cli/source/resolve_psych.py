"""What a plain scalar means to Psych, Ruby's YAML library, on which Ruby VCR is built.

After `ScalarScanner#tokenize` in its `scalar_scanner.rb`: YAML 1.1, with commas in numbers and
`:name` for symbols.
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite

from cassette_cli.lazy import lazy
from cassette_cli.source.kinds import Kind, Number

_WORDISH = lazy(r"[^\d.:-]?(?:[^\W\d]|[\s!@#$%^&*(){}<>|/\\~;=])", re.UNICODE)
_WORDS: dict[str, Kind] = {
    "~": "null", "null": "null", "yes": "bool", "true": "bool", "on": "bool",
    "no": "bool", "false": "bool", "off": "bool",
}  # fmt: skip
_TIME = lazy(
    r"-?\d{4}-(\d{1,2})-(\d{1,2})(?:[Tt]|[^\S\n]+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?"
    r"(?:[^\S\n]*(?:Z|([-+]\d{1,2}:?(?:\d\d)?)))?",
    re.ASCII,
)
_ZONE = lazy(r"[-+](\d{1,2}):?(\d{1,2})?", re.ASCII)
_DATE = lazy(r"(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)", re.ASCII)
_NOT_FINITE = lazy(r"[+-]?\.inf|\.nan", re.IGNORECASE)
_SIXTIES = lazy(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?")
_FLOAT = lazy(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
_INT = lazy(r"[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)")
_LONGEST = 400
"""Characters of a number that anybody writes."""
_LONGEST_WORD = 5
_DAY = 24 * 60
"""Minutes."""


def kind(text: str) -> Kind:
    """What an untagged plain scalar is."""
    if not text:
        return "null"
    if _WORDISH.match(text):
        return _WORDS.get(text.casefold(), "str") if len(text) <= _LONGEST_WORD else "str"
    if (time := _TIME.fullmatch(text)) is not None:
        return "timestamp" if _is_time(time) else "str"
    if (day := _DATE.fullmatch(text)) is not None:
        return "timestamp" if _exists(*map(int, day.groups())) else "str"
    if _NOT_FINITE.fullmatch(text):
        return "float"
    if text.startswith(":") and len(text) > 1:
        return "symbol"
    if (sixties := _SIXTIES.fullmatch(text)) is not None:
        return "float" if sixties[1] else "int"
    if _FLOAT.fullmatch(text):
        return "str" if text.lstrip("+-") == "." else "float"
    return "int" if _INT.fullmatch(text) else "str"


def _is_time(found: re.Match[str]) -> bool:
    """Ruby's `Time` takes the 31st of any month, 24:00:00, a leap second, zones within a day."""
    month, day, hour, minute, second = map(int, found.groups()[:5])
    midnight = (hour, minute, second) == (24, 0, 0)
    of_day = midnight or (hour < 24 and minute < 60 and second <= 60)
    return 1 <= month <= 12 and 1 <= day <= 31 and of_day and _minutes_off(found[6]) < _DAY


def _minutes_off(zone: str | None) -> int:
    """Of three digits two are hours: `+123` is 12:03."""
    found = _ZONE.match(zone or "")
    return int(found[1]) * 60 + int(found[2] or 0) if found is not None else 0


def _exists(year: int, month: int, day: int) -> bool:
    """Ruby has a year 0, which is a leap year as 4 is."""
    try:
        date(year or 4, month, day)
    except ValueError:
        return False
    return True


def number(text: str) -> Number | None:
    """The number; None for what is none, or is too long for one. Not a number at all is 0.0."""
    plain = text.replace("_", "").replace(",", "").lower()
    if len(plain) > _LONGEST:
        return None
    sign = -1 if plain.startswith("-") else 1
    digits = plain.lstrip("+-")
    if digits in (".inf", ".nan"):
        return 0.0
    try:
        value = _sexagesimal(plain.split(":")) if ":" in plain else sign * _unsigned(digits)
    except (ValueError, OverflowError):
        return None
    return value if isinstance(value, int) or isfinite(value) else 0.0


def _unsigned(digits: str) -> Number:
    if digits.startswith(("0b", "0x")):
        return int(digits, 0)
    if digits.startswith("0") and digits.isdecimal():
        return int(digits, 8)
    return int(digits) if digits.isdecimal() else float(digits)


def _sexagesimal(parts: list[str]) -> Number:
    """`1:30:00` is 5400; the first of two parts counts as hours, and has the sign for itself."""
    total: Number = 0
    for part, seconds in zip(parts, (3600, 60, 1), strict=False):
        total += (float(part) if "." in part else int(part)) * seconds
    return total
