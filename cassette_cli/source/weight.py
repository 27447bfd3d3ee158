"""How much an alias stands for, so that a bomb is seen before anybody walks into it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cassette_cli.source.node import Alias, Mapping, Node, Sequence

MAX_EXPANDED = 1_000_000
"""Nodes that all aliases of a file together may stand for."""

MAX_EXPANDED_DEPTH = 500
"""Levels under an alias and above it; nobody who walks a tree needs to fear for the stack."""


class Weights:
    """Counts the nodes and the depth behind each anchor once."""

    __slots__ = ("_known", "total")

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, int]] = {}
        self.total = 0

    def admit(self, target: Node, level: int) -> bool:
        """Add an alias of `target` on `level`; False when aliases now stand for too much."""
        nodes, depth = self._weigh(target)
        self.total += nodes
        return self.total <= MAX_EXPANDED and level + depth <= MAX_EXPANDED_DEPTH

    def _weigh(self, anchored: Node) -> tuple[int, int]:
        """Nodes and depth under a node; each alias below it was weighed when it was admitted."""
        known = self._known.get(id(anchored))
        if known is not None:
            return known
        nodes, deepest = 0, 0
        stack = [(anchored, 1)]
        while stack:
            node, level = stack.pop()
            count, depth = self._known[id(node.target)] if isinstance(node, Alias) else (1, 1)
            nodes += count
            deepest = max(deepest, level - 1 + depth)
            stack += [(child, level + 1) for child in _inner(node)]
        self._known[id(anchored)] = nodes, deepest
        return nodes, deepest


def _inner(node: Node) -> Iterator[Node]:
    if isinstance(node, Mapping):
        yield from chain.from_iterable(node.entries)
    elif isinstance(node, Sequence):
        yield from node.items
