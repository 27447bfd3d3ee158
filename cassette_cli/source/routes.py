"""Routes through a tree: from an offset to the steps that lead there, and back."""

from __future__ import annotations

from bisect import bisect_right

from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import Mapping, Node, Sequence, resolved, text_of


def follow(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    """Start and target of one step of a route."""
    node = None if node is None else resolved(node)
    if isinstance(node, Mapping):
        for key, value in reversed(node.entries):
            if text_of(key) == str(step):
                return key.start, value
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step].start, node.items[step]
    return None


def descend(node: Node | None, offset: int) -> tuple[Route, Node | None]:
    """Steps from a node to the smallest one at an offset of its text, and that one."""
    route: list[str | int] = []
    while isinstance(node, Mapping | Sequence):
        step = _step(node, offset)
        if step is None:
            break
        route.append(step[0])
        node = step[1]
    return tuple(route), node


def _step(node: Node, offset: int) -> tuple[str | int, Node] | None:
    if isinstance(node, Sequence):
        index = bisect_right(node.items, offset, key=lambda item: item.start) - 1
        return (index, node.items[index]) if index >= 0 else None
    if isinstance(node, Mapping):
        index = bisect_right(node.entries, offset, key=lambda entry: entry[0].start) - 1
        if index >= 0:
            key, value = node.entries[index]
            return text_of(key) or "", value
    return None
