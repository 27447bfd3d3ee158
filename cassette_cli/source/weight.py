"""How much an alias stands for, so that a bomb is seen before anybody walks into it."""

from __future__ import annotations

from cassette_cli.source.node import Alias, Mapping, Node, Sequence

MAX_EXPANDED = 1_000_000
"""Nodes that all aliases of a file together may stand for."""

MAX_EXPANDED_DEPTH = 500


class Weights:
    """Counts the nodes and the depth behind each anchor once."""

    __slots__ = ("_known", "total")

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, int]] = {}
        self.total = 0

    def admit(self, target: Node) -> bool:
        """Add one more alias of `target`; False when the file's aliases are now too many."""
        nodes, depth = self._weigh(target)
        self.total += nodes
        return self.total <= MAX_EXPANDED and depth <= MAX_EXPANDED_DEPTH

    def _weigh(self, node: Node) -> tuple[int, int]:
        """Nodes and depth under `node`; recursion is bounded by the depth of the file itself."""
        if isinstance(node, Alias):
            node = node.target
        known = self._known.get(id(node))
        if known is None:
            inner = [self._weigh(child) for child in _inner(node)]
            nodes = 1 + sum(count for count, _ in inner)
            known = (nodes, 1 + max((depth for _, depth in inner), default=0))
            if node.anchor:
                self._known[id(node)] = known
        return known


def _inner(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [part for entry in node.entries for part in entry]
    return node.items if isinstance(node, Sequence) else []
