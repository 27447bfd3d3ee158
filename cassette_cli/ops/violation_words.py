"""What jsonschema found, in words of our own: its messages quote the values of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.rules.rule import Violation
from cassette_cli.source.json_layer import Route

_NAMES = {
    "string": "text", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "null": "null", "array": "a list", "object": "a mapping",
}  # fmt: skip
_PLAIN_NAME = lazy(r"[A-Za-z_][A-Za-z_ -]{0,30}")
"""A key that may be named; one with digits in it may be a secret."""


def explain(error: Any) -> Iterator[Violation]:
    """One violation, or for alternatives those of the branch that came closest."""
    if error.context and error.validator in ("anyOf", "oneOf"):
        yield from _closest(error)
        return
    route: Route = tuple(error.absolute_path)
    yield Violation(route, f"{_name(route)} {_complaint(error)}", _hint(error))


def _closest(error: Any) -> Iterator[Violation]:
    """Of the branches that fit the type the one with the fewest faults; else one sentence."""
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    here = len(error.absolute_path)
    fitting = [
        faults
        for faults in branches.values()
        if not any(f.validator == "type" and len(f.absolute_path) == here for f in faults)
    ]
    if not fitting:
        route: Route = tuple(error.absolute_path)
        expected = [name for inner in error.context for name in _types(inner)]
        yield Violation(route, f"{_name(route)} {_type_words(error.instance, expected)}")
        return
    for fault in min(fitting, key=len):
        yield from explain(fault)


def _name(route: Route) -> str:
    """`response.code`, without the interaction that the place names already."""
    item = next((at for at, step in enumerate(route) if isinstance(step, int)), None)
    steps = route if item is None or len(route) == item + 1 else route[item + 1 :]
    words = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).lstrip(".")
    return words or "the file"


def _complaint(error: Any) -> str:
    match error.validator:
        case "type":
            return _type_words(error.instance, _types(error))
        case "required":
            missing = [name for name in error.validator_value if name not in error.instance]
            return f"has no {_listed(missing)}"
        case "additionalProperties" | "unevaluatedProperties":
            extra = [name for name in error.instance if not _foreseen(name, error.schema)]
            shown = [name for name in extra if _PLAIN_NAME.fullmatch(name)][:5]
            return f"has keys that are not expected: {_listed(shown) or 'odd names'}"
        case "const":
            return f"is not {json.dumps(error.validator_value)[:60]}"
        case "enum":
            return f"is none of {json.dumps(error.validator_value)[:120]}"
        case "pattern" | "format":
            return "is not in the form that is expected"
        case None:
            return "holds something that the schema forbids"
        case other:
            limit = error.validator_value
            told = f" of {limit}" if isinstance(limit, int | float) else ""
            return f"breaks the schema's {other}{told}"


def _foreseen(name: str, schema: Any) -> bool:
    """Whether the schema speaks of this key."""
    patterns = schema.get("patternProperties", {})
    return name in schema.get("properties", {}) or any(re.search(one, name) for one in patterns)


def _hint(error: Any) -> str | None:
    """The schema's own description of the node, where the form is what is wrong."""
    if error.validator in ("pattern", "format", "const", "enum"):
        description = error.schema.get("description")
        return str(description) if description else None
    return None


def _types(error: Any) -> list[str]:
    value = error.validator_value if error.validator == "type" else []
    return [value] if isinstance(value, str) else list(value)


def _type_words(instance: object, expected: Sequence[str]) -> str:
    names = [_NAMES.get(name, name) for name in dict.fromkeys(expected)]
    wanted = f"{names[0]} is expected" if len(names) == 1 else f"expected: {', '.join(names)}"
    return f"is {_NAMES[_type_of(instance)]}, {wanted}"


def _type_of(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
