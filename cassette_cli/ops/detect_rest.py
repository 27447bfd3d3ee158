"""Secrets where no recorder looks: fields somebody added, keys, comments, further documents.

git keeps all of the file, not only what is replayed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_json import in_fields
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.document import Document
from cassette_cli.source.layer import Fragment, Layer, Slice
from cassette_cli.source.node import Scalar, every_node, scalars
from cassette_cli.source.scalar.chars import BREAK
from cassette_cli.source.scalar.layer import YamlScalar
from cassette_cli.source.spans import Span

_SHORTEST = 8
"""Characters: neither a token nor a value that is looked for elsewhere is shorter."""

_BETWEEN = lazy(r"[#&!%][^\r\n]{8,}")
"""What may say something between two scalars: a comment, an anchor, a tag, a directive."""


def in_the_rest(cassette: Cassette) -> Iterator[Secret]:
    """Secrets in all that no message of the recording holds."""
    read = _read(cassette)
    for number, root in enumerate(cassette.document.parsed.roots):
        yield from in_fields(cassette.document, root, _field(number), read)
    for where, text in rest(cassette):
        yield from in_tokens(text, where)


def rest(cassette: Cassette) -> Iterator[tuple[str, Layer[str]]]:
    """Every text of the file that no message of the recording holds, with its place in words."""
    document, read = cassette.document, _read(cassette)
    end = 0
    for number, root in enumerate(document.parsed.roots):
        for node in every_node([root]):
            if not isinstance(node, Scalar):
                continue
            yield from _between(document, end, _content(document, node))
            end = node.end
            if node.start not in read and len(node.value) >= _SHORTEST:
                yield _field(number), document.text(node)
    yield from _between(document, end, len(document.value))


def _field(number: int) -> str:
    return "another YAML document" if number else "another field"


def _content(document: Document, node: Scalar) -> int:
    """Where the text of a scalar begins: behind the line of its `|` or `>`."""
    if node.style not in ("literal", "folded"):
        return node.start
    found = BREAK.search(document.value, node.start, node.end)
    return found.end() if found else node.end


def _between(document: Document, start: int, end: int) -> Iterator[tuple[str, Layer[str]]]:
    for found in _BETWEEN.finditer(document.value, start, end):
        yield "a comment", Slice(document, Span(*found.span()))


def _read(cassette: Cassette) -> frozenset[int]:
    """The 0-based offsets of the scalars that the messages of the recording hold."""
    found: set[int] = set()
    for interaction in cassette.interactions:
        request, response = interaction.request, interaction.response
        messages: tuple[Message, ...] = (request, response)
        texts = [text for message in messages for text in _texts(message)]
        if request.url is not None:
            texts.append(request.url)
        found.update(_start(text) for text in texts)
        bodies = (message.stored.node for message in messages)
        found.update(leaf.start for node in bodies if node for leaf in scalars(node))
    return frozenset(found)


def _texts(message: Message) -> Iterator[Layer[str]]:
    for header in message.headers:
        yield from header.values
    yield from (text for _, text in message.extra)


def _start(layer: Layer[Any]) -> int:
    """Where the scalar stands that a layer was read from."""
    while isinstance(layer, Fragment):
        layer = layer.parent
    assert isinstance(layer, YamlScalar), "a message is read from scalars"
    return layer.node.start
