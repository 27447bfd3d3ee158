"""The nodes that a document is to have once its planned changes are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cassette_cli.source.kinds import Json
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.resolve import kind_of
from cassette_cli.source.structure.change import Added, Plan, child, size


class Fresh(NamedTuple):
    """A value that was not there."""

    value: Json


class Expected(NamedTuple):
    """A node of the document before, or a new value, and how many children it is to have."""

    node: Node | Fresh
    children: int


def expected_nodes(roots: Iterable[Node], planned: Iterable[Plan]) -> Iterator[Expected]:
    """Every node once, keys included, in the order of the file."""
    by_holder = {id(plan.holder): plan for plan in planned}
    stack: list[Node | Fresh] = list(reversed(list(roots)))
    while stack:
        node = stack.pop()
        below = _below_fresh(node.value) if isinstance(node, Fresh) else _below(node, by_holder)
        entries = isinstance(node, Mapping) or (
            isinstance(node, Fresh) and isinstance(node.value, dict)
        )
        yield Expected(node, len(below) // 2 if entries else len(below))
        stack.extend(reversed(below))


def _below(node: Node, by_holder: dict[int, Plan]) -> list[Node | Fresh]:
    if not isinstance(node, Mapping | Sequence):
        return []
    plan = by_holder.get(id(node))
    if plan is None:
        if isinstance(node, Sequence):
            return list(node.items)
        return [part for entry in node.entries for part in entry]
    found: list[Node | Fresh] = []
    for one in plan.children():
        if isinstance(one, Added):
            found += [Fresh(one.value)] if one.key is None else [Fresh(one.key), Fresh(one.value)]
            continue
        if isinstance(node, Mapping):
            found.append(node.entries[one][0])
        found.append(Fresh(plan.put[one]) if one in plan.put else child(node, one))
    return found


def _below_fresh(value: Json) -> list[Node | Fresh]:
    if isinstance(value, dict):
        return [Fresh(one) for entry in value.items() for one in entry]
    return [Fresh(one) for one in value] if isinstance(value, list) else []


def is_as_new(node: Node, fresh: Fresh, children: int, resolver: str) -> bool:
    """Whether a node that was read is the value that was to be written."""
    if node.tag or node.anchor:
        return False
    match fresh.value:
        case dict():
            return isinstance(node, Mapping) and size(node) == children
        case list():
            return isinstance(node, Sequence) and size(node) == children
        case str() as text:
            plain = isinstance(node, Scalar) and node.style == "plain"
            is_text = not plain or kind_of(resolver, text) == "str"
            return isinstance(node, Scalar) and node.value == text and is_text
        case word:
            return isinstance(node, Scalar) and node.style == "plain" and node.value == _word(word)


def _word(value: Json) -> str:
    import json

    return json.dumps(value)
