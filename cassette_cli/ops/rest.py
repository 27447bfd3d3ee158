"""All of a file that no message of its recording holds: fields somebody added, keys, comments,
further documents. git keeps all of the file, not only what is replayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.source.document import collector_off
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.layer import Layer
from cassette_cli.source.markup import Comment, Markup
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, scalars
from cassette_cli.source.scalar.chars import BREAK
from cassette_cli.source.spans import Span

_BETWEEN = lazy(r"(?:^|(?<=[ \t]))#[^\r\n]{8,}|[&!%]\S{8,}", re.MULTILINE)
"""What may say something between two scalars: a comment, an anchor, a tag, a directive."""

_SHORTEST = 9
"""Characters of it."""


Pairs = Iterator[tuple[Node | None, Node]]


KEY = "a key"
"""In place of a leaf's words, where it is the key of a mapping."""


class Leaf(NamedTuple):
    """A scalar that no message holds, with the mapping and the key above it, where there are."""

    where: str
    node: Scalar
    parent: Mapping | None
    name: str


class Rest:
    """Gathered in one walk over the file."""

    def __init__(self, cassette: Cassette) -> None:
        self.document = cassette.document
        self.leaves: list[Leaf] = []
        self.between: list[tuple[str, Layer[str]]] = []
        self._read = _read(cassette)
        self._at = 0
        with collector_off():
            for number, root in enumerate(self.document.parsed.roots):
                self._walk(root, "another YAML document" if number else "another field")
        self._look_between(len(self.document.value))

    def _walk(self, root: Node, where: str) -> None:
        """In the order of the file. Scalars never wait on the stack: nearly every node is one."""
        stack: list[tuple[Pairs, Mapping | None, str]] = [(iter(((None, root),)), None, "")]
        while stack:
            pairs, parent, name = stack[-1]
            for key, value in pairs:
                if isinstance(key, Scalar):
                    name = key.value
                    self._pass(key, KEY, None, "")
                elif key is not None:
                    stack += (
                        (iter(((None, value),)), parent, ""),
                        (iter(((None, key),)), None, ""),
                    )
                    break
                if isinstance(value, Scalar):
                    self._pass(value, where, parent, name)
                elif isinstance(value, Mapping):
                    stack.append((iter(value.entries), value, ""))
                    break
                elif isinstance(value, Sequence):
                    stack.append((((None, item) for item in value.items), parent, name))
                    break
            else:
                stack.pop()

    def _pass(self, node: Scalar, where: str, parent: Mapping | None, name: str) -> None:
        """Look at a scalar, and between the last one and the text of this one."""
        until = node.start
        if node.style in ("literal", "folded"):  # a comment may stand behind the `|` or `>`
            found = BREAK.search(self.document.value, node.start, node.end)
            until = found.end() if found else node.end
        if until - self._at >= _SHORTEST:
            self._look_between(until)
        self._at = node.end
        if node.start not in self._read:
            self.leaves.append(Leaf(where, node, parent, name))

    def _look_between(self, until: int) -> None:
        for found in _BETWEEN.finditer(self.document.value, self._at, until):
            is_comment = found.group().startswith("#")
            layer = (Comment if is_comment else Markup)(self.document, Span(*found.span()))
            self.between.append((layer.describe(), layer))


def _read(cassette: Cassette) -> frozenset[int]:
    """The 0-based offsets of the scalars that the messages of the recording hold."""
    found: set[int] = set()
    for interaction in cassette.interactions:
        if interaction.request.url is not None:
            found.update(starts_of(interaction.request.url))
        for message in interaction.messages:
            for text in _texts(message):
                found.update(starts_of(text))
            if message.stored.node is not None:
                found.update(leaf.start for leaf in scalars(message.stored.node))
    return frozenset(found)


def _texts(message: Message) -> Iterator[Layer[str]]:
    for header in message.headers:
        yield from header.values
    yield from (field.text for field in message.extra)


def starts_of(layer: Layer[Any]) -> Iterator[int]:
    """Where the scalars stand that a layer was read from: most often one."""
    if isinstance(layer, FileScalar):
        yield layer.node.start
        return
    for outer in dict.fromkeys(place.layer for place in layer.outward(layer.whole().span)):
        yield from starts_of(outer)
