"""The tree of a YAML or JSON text: what each node is and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

Style = Literal["plain", "single", "double", "literal", "folded", "json"]

BINARY_TAGS = frozenset({"tag:yaml.org,2002:binary", "!binary"})
"""YAML's own binary tag, and the one that Ruby's Psych writes; both are base64."""


class Node:
    """Anything that stands somewhere: `[start, end)` in characters of the text it was read from.

    Tag and anchor are not part of the span; the end of a block collection is its last leaf's.
    """

    __slots__ = ("anchor", "end", "start", "tag")

    def __init__(
        self, start: int, end: int, tag: str | None = None, anchor: str | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.tag = tag
        self.anchor = anchor


class Scalar(Node):
    """A leaf. `value` is its text; `style` says how it is written.

    Style `json` is a JSON string with its quotes; JSON numbers and words are `plain`.
    """

    __slots__ = ("style", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: str,
        style: Style,
        tag: str | None = None,
        anchor: str | None = None,
    ) -> None:
        # Not through super(): there is one for every scalar of every file.
        self.start = start
        self.end = end
        self.tag = tag
        self.anchor = anchor
        self.value = value
        self.style: Style = style


class Mapping(Node):
    """Keys and values in the order of the file; keys may repeat."""

    __slots__ = ("entries", "flow")

    def __init__(self, start: int, tag: str | None, anchor: str | None, flow: bool) -> None:
        super().__init__(start, start, tag, anchor)
        self.entries: list[tuple[Node, Node]] = []
        self.flow = flow

    def get(self, name: str) -> Node | None:
        """The value under the last key that reads `name`, aliases followed; None without one.

        The last of repeated keys is what the parsers of the recorders that accept them keep.
        """
        for key, value in reversed(self.entries):
            if text_of(key) == name:
                return resolved(value)
        return None

    def key_node(self, name: str) -> Node | None:
        """The key itself, for a message that points at it."""
        return next((key for key, _ in self.entries if text_of(key) == name), None)


class Sequence(Node):
    """Items in the order of the file."""

    __slots__ = ("flow", "items")

    def __init__(self, start: int, tag: str | None, anchor: str | None, flow: bool) -> None:
        super().__init__(start, start, tag, anchor)
        self.items: list[Node] = []
        self.flow = flow


class Alias(Node):
    """`*name`: stands for the node that carries the anchor."""

    __slots__ = ("target",)

    def __init__(self, start: int, end: int, target: Node) -> None:
        super().__init__(start, end)
        self.target = target


def resolved(node: Node) -> Node:
    """The node itself, or what an alias stands for."""
    return node.target if isinstance(node, Alias) else node


def text_of(node: Node | None) -> str | None:
    """The text of a scalar (aliases followed), or None for anything else."""
    if node is None:
        return None
    node = resolved(node)
    return node.value if isinstance(node, Scalar) else None


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Steps of a JSON Pointer and the nodes they lead to; an alias is a leaf here."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield text_of(key) or "", value
    elif isinstance(node, Sequence):
        yield from enumerate(node.items)


def every_node(roots: Iterable[Node]) -> Iterator[Node]:
    """Every node once, keys included, in the order of the file; an alias is a leaf."""
    stack = list(reversed(list(roots)))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            for key, value in reversed(node.entries):
                stack += (value, key)
        elif isinstance(node, Sequence):
            stack.extend(reversed(node.items))


def scalars(root: Node) -> Iterator[Scalar]:
    """Every value scalar under a node, aliases followed, in the order of the file."""
    stack = [root]
    while stack:
        node = resolved(stack.pop())
        if isinstance(node, Scalar):
            yield node
        else:
            stack.extend(child for _, child in reversed(list(children(node))))
