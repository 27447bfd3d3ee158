"""A value from the command line as the type that it is to have where it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cassette_cli.errors import RefusedError
from cassette_cli.lazy import lazy
from cassette_cli.source.json_layer import Route
from cassette_cli.source.kinds import Json

_NUMBER = lazy(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}
_LOOKS = {"[": "array", "{": "object"}


def typed(text: str, schema: Any, route: Route, known: Json = None) -> Json:
    """What `text` stands for at `route` of a file that this JSON Schema describes.

    Numbers, true, false, null and JSON's objects and lists are taken for what they look like,
    unless the schema asks for a text there, or allows one where a text is `known` to stand; where
    it does not know the place, they always are.

    Raises:
        RefusedError: the schema allows neither.
    """
    value = _as_it_looks(text)
    allowed = set(_types(schema, schema, list(route)))
    if isinstance(known, str) and "string" in allowed and value is not None:
        return text
    kinds = {_type(value)} | ({"number"} if isinstance(value, int) else set())
    if not allowed or kinds & allowed:
        return value
    if "string" in allowed:
        return text
    raise RefusedError(
        f"the recorder wants another type there: {_listed(allowed)}",
        found=_type(value),
        hint="give a value of that type",
    )


def _as_it_looks(text: str) -> Json:
    if text in _WORDS:
        return _WORDS[text]
    if text[:1] in _LOOKS or _NUMBER.fullmatch(text):
        try:
            value: Json = json.loads(text)
        except ValueError:
            return text
        # What would be written in another way is no number but a text that looks like one.
        return value if isinstance(value, list | dict) or json.dumps(value) == text else text
    return text


def _type(value: Json) -> str:
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
        case dict():
            return "object"


def _listed(allowed: set[str]) -> str:
    return " or ".join(sorted(allowed))


def _types(schema: Any, root: Any, route: list[str | int]) -> Iterator[str]:
    """The types that a schema allows at the end of a route; none where it says nothing."""
    if not isinstance(schema, dict):
        return
    for below in _parts(schema, root):
        yield from _types(below, root, route)
    if not route:
        kinds = schema.get("type", ())
        yield from [kinds] if isinstance(kinds, str) else kinds
        return
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        yield from _types(schema.get("items"), root, rest)
        return
    known = schema.get("properties", {})
    yield from _types(known.get(step, schema.get("additionalProperties")), root, rest)


def _parts(schema: dict[str, Any], root: Any) -> Iterator[Any]:
    """The schemas that a schema consists of."""
    if "$ref" in schema:
        found = root
        for step in str(schema["$ref"]).removeprefix("#/").split("/"):
            found = found.get(step, {}) if isinstance(found, dict) else {}
        yield found
    for name in ("anyOf", "oneOf", "allOf"):
        yield from schema.get(name, ())
    for name in ("then", "else"):
        if name in schema:
            yield schema[name]
