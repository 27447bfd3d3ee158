"""Shapes: keys and types without values. The interactions of a file repeat a handful of them, so
each distinct one is validated once; the schema stays the only judge.

A shape tells apart whatever the recorders' schemas can tell apart, which a test holds them to.
"""

from __future__ import annotations

from typing import Any

from cassette_cli.recorders.fields import go_duration_ms
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of
from cassette_cli.source.resolve import scalar_value

OPEN_MAPS = frozenset({"headers", "form", "trailer"})
"""Mappings with names from the wire: schemas say the same of every value in them."""

FREE = frozenset({"parsed_body"})
"""Values that schemas leave free."""

DURATION = "duration"
"""The one field inside an interaction whose text matters to a schema, not only its type."""

_known: set[tuple[str, Any]] = set()


def shapes(root: Node, schema: str, resolver: str) -> set[tuple[str, Any]]:
    """The shape of every interaction, and of the file around them, for one schema."""
    found: set[tuple[str, Any]] = set()
    outer: list[object] = []
    for key, value in root.entries if isinstance(root, Mapping) else ():
        name, node = text_of(key), resolved(value)
        if name == "interactions" and isinstance(node, Sequence):
            found.update((schema, _shape(item, "", resolver)) for item in node.items)
            outer.append((name, bool(node.items)))
        else:
            outer.append((name, node.value if isinstance(node, Scalar) else id(node)))
    found.add((schema, tuple(outer)))
    return found


def are_known(found: set[tuple[str, Any]]) -> bool:
    """Whether each of these shapes was found valid before, in this process."""
    return found <= _known


def remember(found: set[tuple[str, Any]]) -> None:
    """The file with these shapes has been found valid."""
    _known.update(found)


def _shape(node: Node, name: str, resolver: str) -> object:
    node = resolved(node)
    if name in FREE:
        return "any"
    if isinstance(node, Scalar):
        kind = type(scalar_value(node, resolver)).__name__
        return (kind, go_duration_ms(node) is not None) if name == DURATION else kind
    if isinstance(node, Sequence):
        return ("list", frozenset(_shape(item, "", resolver) for item in node.items))
    assert isinstance(node, Mapping)
    if name in OPEN_MAPS:
        return ("map", frozenset(_shape(value, "", resolver) for _, value in node.entries))
    return frozenset(
        (text_of(key), _shape(value, text_of(key) or "", resolver)) for key, value in node.entries
    )
