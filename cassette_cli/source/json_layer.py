"""Values inside a JSON text: strings behind their escapes, numbers and words as they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.source.layer import Layer, Mapped, Slice
from cassette_cli.source.node import Node, Scalar, children
from cassette_cli.source.read_json import read_lenient_json, scan_string
from cassette_cli.source.resolve_json import kind
from cassette_cli.source.spans import OffsetMap, Span

Route = tuple[str | int, ...]
"""Steps from a root: keys, and 0-based indices."""

_TOKEN = lazy(
    r"[^\\]++|\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u.{4}|.)", re.S
)
"""A run, or an escape of one character: two halves of a pair are one escape."""
_SURROGATE = lazy("[\ud800-\udfff]")
"""Half a pair, which a stream may cut in two; only an escape can write it."""


class JsonString(Mapped):
    """The text of a JSON string; its fragment is the string with both quotes (RFC 8259)."""

    def __init__(self, parent: Layer[Any], node: Scalar, route: Route) -> None:
        super().__init__(parent, Span(node.start, node.end), node.value)
        self.route = route

    def read(self, fragment: str) -> str:
        """The string's value; ValueError where the fragment is not one string."""
        value, end = scan_string(fragment, 1)
        if end != len(fragment):
            raise ValueError("not one JSON string")
        return value

    def offsets(self) -> OffsetMap:
        """Runs between escapes, one piece an escape; the quotes give no value."""
        start, end = self.span
        # In columns: a string may hold a million escapes.
        tokens = _TOKEN.findall(self.parent.value, start + 1, end - 1)
        sizes = list(map(len, tokens))
        runs = [token[0] != "\\" for token in tokens]
        values = [size if run else 1 for size, run in zip(sizes, runs, strict=True)]
        return OffsetMap.of_columns([1, *sizes, 1], [0, *values, 0], [False, *runs, False], start)

    def escape(self, text: str) -> str:
        """In ASCII where all of the text around is: its writer may have escaped the rest."""
        written = json.dumps(text, ensure_ascii=self.parent.value.isascii())[1:-1]
        return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)

    def describe(self) -> str:
        """What this link is."""
        return "a JSON string"


class JsonBare(Slice):
    """A number, `true`, `false` or `null` in a JSON text, character for character."""

    def __init__(self, parent: Layer[str], node: Scalar, route: Route) -> None:
        super().__init__(parent, Span(node.start, node.end))
        self.route = route

    def read(self, fragment: str) -> str:
        """The fragment; ValueError where it is no JSON, or of another type than the value was."""
        if kind(fragment) == "str" or kind(fragment) != kind(self.value):
            raise ValueError("a bare JSON value would change its type")
        return fragment


class JsonTree:
    """The tree of a text that is JSON; every leaf has one layer, the same at every call."""

    def __init__(self, parent: Layer[str], root: Node) -> None:
        self.parent = parent
        self.root = root
        self._leaves: dict[int, JsonString | JsonBare] = {}

    def leaf(self, node: Scalar, route: Route) -> JsonString | JsonBare:
        """The layer of a scalar of this tree that `route` leads to."""
        known = self._leaves.get(node.start)
        if known is None:
            kind = JsonString if node.style == "json" else JsonBare
            known = self._leaves[node.start] = kind(self.parent, node, route)
        return known

    def at(self, route: Route) -> Layer[str]:
        """The layer of the leaf that `route` leads to; KeyError where it leads to none."""
        node = self.node(route)
        if not isinstance(node, Scalar):
            raise KeyError(route)
        return self.leaf(node, route)

    def node(self, route: Route) -> Node:
        """What `route` leads to; KeyError where it leads nowhere."""
        node = self.root
        for step in route:
            node = dict(children(node))[step]
        return node

    def leaves(self) -> Iterator[tuple[Route, Scalar]]:
        """Every leaf and the route to it, in the order of the text."""
        route: list[str | int] = []
        stack: list[tuple[int, str | int, Node]] = [(0, "", self.root)]
        while stack:
            depth, step, node = stack.pop()
            route[max(0, depth - 1) :] = [step] if depth else []
            if isinstance(node, Scalar):
                yield tuple(route), node
            else:
                stack += reversed([(depth + 1, *inner) for inner in children(node)])


def json_tree(layer: Layer[str]) -> JsonTree | None:
    """The JSON tree of a layer's text, read once; None where it is not JSON.

    `NaN` and its like pass, and a byte order mark before it: what a client reads can be located
    and edited.
    """
    if layer.tree is None:
        marked = layer.value.startswith("\ufeff")
        parent = Slice(layer, Span(1, len(layer.value))) if marked else layer
        try:
            layer.tree = JsonTree(parent, read_lenient_json(parent.value))
        except ValueError:
            layer.tree = False
    return layer.tree or None
