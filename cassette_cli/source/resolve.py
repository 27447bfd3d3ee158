"""What a scalar means to the library that a recorder reads its files with.

`NO` is false to PyYAML and a text to go-yaml. Nothing is constructed here beyond JSON's types.
"""

from __future__ import annotations

from collections.abc import Callable

from cassette_cli.source import resolve_go, resolve_json, resolve_psych, resolve_pyyaml
from cassette_cli.source.kinds import Json, Kind, Number
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of

_KINDS: dict[str, Callable[[str], Kind]] = {
    "pyyaml": resolve_pyyaml.kind,
    "go-yaml": resolve_go.kind,
    "json": resolve_json.kind,
    "psych": resolve_psych.kind,
}
_NUMBERS: dict[str, Callable[[str], Number | None]] = {
    "pyyaml": resolve_pyyaml.number,
    "go-yaml": resolve_go.number,
    "json": resolve_json.number,
    "psych": resolve_psych.number,
}
_TAGGED: dict[str, Kind] = {"null": "null", "bool": "bool", "int": "int", "float": "float"}
_TRUE = frozenset({"yes", "true", "on"})


def kind_of(resolver: str, text: str) -> Kind:
    """What a plain, untagged scalar with this text is to `resolver`: `pyyaml`, `go-yaml`, `psych`,
    or `json` in a JSON file."""
    return _KINDS[resolver](text)


def resolve_with(resolver: str) -> Callable[[str], Kind]:
    """`kind_of` for one resolver."""
    return _KINDS[resolver]


def scalar_value(node: Scalar, resolver: str) -> Json:
    """The value as JSON's types know it; time stamps, and all that is quoted or tagged, are text.

    `!!int` and the like on a quoted scalar are taken at their word; what only claims to be a number
    (`!!int x`), or is too long for one, is text.
    """
    match _kind(node, resolver):
        case "null":
            return None
        case "bool":
            return node.value.lower() in _TRUE
        case "int" | "float":
            value = _NUMBERS[resolver](node.value)
            return node.value if value is None else value
        case _:
            return node.value


def _kind(node: Scalar, resolver: str) -> Kind:
    tag = (node.tag or "").removeprefix("tag:yaml.org,2002:")
    if not tag and node.style == "plain":
        return _KINDS[resolver](node.value)
    return _TAGGED.get(tag, "str")


def plain(node: Node, resolver: str) -> Json:
    """A tree as JSON values. Keys become text, of repeated ones the last wins, `<<` is merged.

    Recursion is bounded: files are refused beyond 500 levels, aliases included.
    """
    node = resolved(node)
    if isinstance(node, Scalar):
        return scalar_value(node, resolver)
    # No comprehensions: to Python 3.11 they are calls, and would halve the depth there is.
    if isinstance(node, Mapping):
        table: dict[str, Json] = {}
        for key, value in entries(node):
            table[text_of(key) or ""] = plain(value, resolver)
        return table
    row: list[Json] = []
    for item in node.items if isinstance(node, Sequence) else ():
        row.append(plain(item, resolver))  # noqa: PERF401
    return row
