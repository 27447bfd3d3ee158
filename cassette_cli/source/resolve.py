"""What a plain scalar means to the library that a recorder reads its files with.

`0200` is 128 and `NO` is false to PyYAML (YAML 1.1: https://yaml.org/type/), while go-yaml v3
keeps `NO` a text (its `resolve.go`). Nothing is constructed here beyond JSON's types.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Literal

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Scalar, children, resolved

Kind = Literal["null", "bool", "int", "float", "timestamp", "str"]
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_NULL = lazy(r"~|null|Null|NULL|")
_TRUE = lazy(r"true|True|TRUE")
_FALSE = lazy(r"false|False|FALSE")
_BOOL = lazy(r"true|True|TRUE|false|False|FALSE")
_OLD_BOOL = lazy(r"yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF")
_OLD_TRUE = lazy(r"yes|Yes|YES|true|True|TRUE|on|On|ON")
_PYYAML_INT = lazy(r"[-+]?(?:0b[01_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*(?::[0-5]?[0-9])*)")
_GO_INT = lazy(r"[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)")
_PYYAML_FLOAT = lazy(
    r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
_GO_FLOAT = lazy(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
    r"|\.(?:nan|NaN|NAN)"
)
_TIMESTAMP = lazy(r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?.*)?")

_TAGGED: dict[str, Kind] = {"null": "null", "bool": "bool", "int": "int", "float": "float"}
_RESOLVERS: dict[str, tuple[tuple[Kind, re.Pattern[str]], ...]] = {
    "pyyaml": (
        ("null", _NULL),
        ("bool", _OLD_BOOL),
        ("int", _PYYAML_INT),
        ("float", _PYYAML_FLOAT),
        ("timestamp", _TIMESTAMP),
    ),
    "go-yaml": (
        ("null", _NULL),
        ("bool", _BOOL),
        ("int", _GO_INT),
        ("float", _GO_FLOAT),
        ("timestamp", _TIMESTAMP),
    ),
}


def kind_of(resolver: str, text: str) -> Kind:
    """What a plain, untagged scalar with this text is to `resolver` (`pyyaml` or `go-yaml`)."""
    for kind, pattern in _RESOLVERS[resolver]:
        if pattern.fullmatch(text):
            return kind
    return "str"


def scalar_value(node: Scalar, resolver: str) -> Json:
    """The value as JSON's types know it; time stamps, and all that is quoted or tagged, are text.

    `!!int` and the like on a quoted scalar are taken at their word.
    """
    kind = _kind(node, resolver)
    text = node.value.replace("_", "")
    match kind:
        case "null":
            return None
        case "bool":
            return _OLD_TRUE.fullmatch(node.value) is not None
        case "int":
            return _integer(text)
        case "float":
            return _number(text)
        case _:
            return node.value


def _kind(node: Scalar, resolver: str) -> Kind:
    tag = (node.tag or "").removeprefix("tag:yaml.org,2002:")
    if not tag and node.style == "plain":
        return kind_of(resolver, node.value)
    return _TAGGED.get(tag, "str")


def _integer(text: str) -> Json:
    """The number; what only claims to be one (`!!int x`), or is too long for one, is text."""
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-").lower()
    try:
        if ":" in digits:
            return sign * _sexagesimal(digits)
        octal = len(digits) > 1 and digits[0] == "0" and digits[1].isdecimal()
        return sign * int(digits, 8 if octal else 0)
    except ValueError:
        return text


def _sexagesimal(digits: str) -> int:
    total = 0
    for part in digits.split(":"):
        total = total * 60 + int(part)
    return total


def _number(text: str) -> Json:
    if ":" in text or "inf" in text.lower() or "nan" in text.lower():
        return 0.0
    try:
        number = float(text)
    except ValueError:
        return text
    return number if isfinite(number) else 0.0


def plain(node: Node, resolver: str) -> Json:
    """A tree as JSON values. Keys become text, of repeated ones the last wins.

    Recursion is bounded: files are refused beyond 500 levels, aliases included.
    """
    node = resolved(node)
    if isinstance(node, Scalar):
        return scalar_value(node, resolver)
    # No comprehensions: to Python 3.11 they are calls, and would halve the depth there is.
    if isinstance(node, Mapping):
        table: dict[str, Json] = {}
        for step, child in children(node):
            table[str(step)] = plain(child, resolver)
        return table
    row: list[Json] = []
    for _, child in children(node):
        row.append(plain(child, resolver))
    return row


def resolve_with(resolver: str) -> Callable[[str], Kind]:
    """`kind_of` for one resolver."""
    return lambda text: kind_of(resolver, text)
