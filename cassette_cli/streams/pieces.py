"""JSON bodies as events: each element of a list, or an answer that came in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cassette_cli.model.body import Body
from cassette_cli.model.event import Aside, Event
from cassette_cli.source import node
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer, Slice
from cassette_cli.source.spans import Span
from cassette_cli.source.text import utf8


@dataclass(slots=True, eq=False, repr=False)
class JsonPiece:
    """One value of a JSON body; its data is its text."""

    index: int
    data: str
    span: Span
    name: str | None = None
    terminated: bool = True
    failed: bool = False
    asides: tuple[Aside, ...] = ()
    _layer: Layer[str] | None = None

    @property
    def size(self) -> int:
        """UTF-8 bytes of the value."""
        return len(utf8(self.data))

    def layer(self, body: Layer[Any]) -> Layer[str]:
        """The value as a part of the body's text, or all of it."""
        if self._layer is None:
            whole = self.span == (0, len(body.value))
            self._layer = body if whole else Slice(body, self.span)
            if not whole:
                self._layer.record = self.index
        return self._layer


def whole(text: str) -> JsonPiece:
    """All of a body."""
    return JsonPiece(0, text, Span(0, len(text)))


def elements(body: Body, mark: str) -> Sequence[Event] | None:
    """The elements of a body that is a JSON list with `mark` in it; None for any other."""
    text = body.text
    if body.kind != "json" or text is None or mark not in text.value:
        return None
    tree = json_tree(text) if text.value.lstrip("\ufeff \t\r\n").startswith("[") else None
    if tree is None or not isinstance(tree.root, node.Sequence):
        return None
    start = tree.parent.value is not text.value
    return [
        JsonPiece(at, tree.parent.value[item.start : item.end], _span(item, start))
        for at, item in enumerate(tree.root.items)
    ]


def _span(item: node.Node, shift: int) -> Span:
    """The range of an item in a text that may begin with a byte order mark."""
    return Span(item.start + shift, item.end + shift)
