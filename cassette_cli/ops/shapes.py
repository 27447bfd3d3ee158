"""Shapes: keys and types without values. The interactions of a file repeat a handful of them, so
each distinct one is validated once, and those that real recorders write are known beforehand.

A shape tells apart whatever the recorders' schemas can tell apart. The schema stays the only judge:
a test builds every known shape and holds it against the schema, by jsonschema.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from cassette_cli.recorders.fields import go_duration_ms
from cassette_cli.source.json_layer import Route
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of
from cassette_cli.source.resolve import scalar_value

KNOWN = Path(__file__).with_name("known_shapes.json")
"""By schema, the shapes that recorders write; generated, see the test of this module."""

OPEN_MAPS = frozenset({"headers", "form", "trailer"})
"""Mappings with names from the wire: schemas say the same of every value in them."""

FREE = frozenset({"parsed_body", "adapter_metadata", "data", "json", "chunks_json", "chunks_raw"})
"""Values that schemas leave free, as they do those of keys that begin with an underscore."""

_DEEPEST = 20
"""Levels of an interaction, and of what stands around them, that a recorder's schema may look at;
they look at five."""

DURATION = "duration"
"""The one field inside an interaction whose text matters to a schema, not only its type."""

_valid: set[tuple[str, str]] = set()


def shapes(root: Node, route: Route, resolver: str) -> set[str]:
    """The shape of every interaction, and of the file around them, as JSON texts.

    `route` leads to the list of interactions.
    """
    found: set[str] = set()
    found.add(_text({"": _around(root, route, resolver, found)}))
    return found


def _around(node: Node, route: Route | None, resolver: str, found: set[str], depth: int = 0) -> Any:
    """What stands around the list, with its values: there are few, and `version` is one.

    The shapes of the list's items are added to `found`.
    """
    node = resolved(node)
    if depth > _DEEPEST:
        return "any"
    if isinstance(node, Scalar):
        return [type(scalar_value(node, resolver)).__name__, node.value[:20]]
    if isinstance(node, Mapping):
        outer: dict[str, Any] = {}
        for key, value in entries(node):
            name = text_of(key) or ""
            inner = route[1:] if route and name == route[0] else None
            outer[name] = _around(value, inner, resolver, found, depth + 1)
        return outer
    assert isinstance(node, Sequence)
    if route != ():
        return [_around(item, None, resolver, found, depth + 1) for item in node.items]
    found.update(_text(_shape(item, "", resolver)) for item in node.items)
    return "list"


def are_valid(found: set[str], schema: str) -> bool:
    """Whether each of these shapes is known to be valid, beforehand or from this process."""
    unknown = found - _known().get(schema, frozenset())
    return all((schema, shape) in _valid for shape in unknown)


def remember(found: set[str], schema: str) -> None:
    """The file with these shapes has been found valid."""
    _valid.update((schema, shape) for shape in found)


@cache
def _known() -> dict[str, frozenset[str]]:
    table: dict[str, list[Any]] = json.loads(KNOWN.read_text("utf-8"))
    return {name: frozenset(_text(shape) for shape in listed) for name, listed in table.items()}


def _text(shape: Any) -> str:
    return json.dumps(shape, sort_keys=True)


def _shape(node: Node, name: str, resolver: str, depth: int = 0) -> Any:
    node = resolved(node)
    if name in FREE or name.startswith("_") or depth > _DEEPEST:
        return "any"
    if isinstance(node, Scalar):
        kind = type(scalar_value(node, resolver)).__name__
        return "duration" if name == DURATION and go_duration_ms(node) is not None else kind
    if isinstance(node, Sequence):
        return _distinct(_shape(item, "", resolver, depth + 1) for item in node.items)
    assert isinstance(node, Mapping)
    if name in OPEN_MAPS:
        values = (_shape(value, "", resolver, depth + 1) for _, value in entries(node))
        return {"*": _distinct(values)}
    return {
        text_of(key) or "": _shape(value, text_of(key) or "", resolver, depth + 1)
        for key, value in entries(node)
    }


def _distinct(shapes: Any) -> list[Any]:
    """Each shape once, in an order of their own."""
    return [json.loads(text) for text in sorted({_text(shape) for shape in shapes})]
