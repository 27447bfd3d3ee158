"""Arguments that stand as an object on the wire, written as the text that others send.

Sorted keys, no blanks, nothing escaped that need not be; each character of a string still knows
where it came from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.source.joined import Part
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer, Place, Slice
from cassette_cli.source.node import Mapping, text_of
from cassette_cli.source.spans import Span
from cassette_cli.streams.choice import Arguments
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.written import Origin, Written

_ESCAPED = lazy(r'["\\\x00-\x1f]')


def arguments(chunk: Chunk, value: Any, *route: str | int) -> Arguments:
    """The arguments that stand at `route` in the chunk's JSON: a text or an object."""
    if isinstance(value, str) or value is None:
        return Arguments([chunk.part(value, *route)] if value else [])
    return Arguments(list(_parts(_Held(chunk, value, route))), composed=True)


@dataclass(frozen=True, slots=True)
class _Held:
    """A value, and where the chunk's JSON holds it."""

    chunk: Chunk
    value: Any
    route: Route

    def layer(self) -> Layer[str]:
        """The link of the chain for a string or a bare word."""
        return self.chunk.layer(self.route)

    def key(self, name: str) -> Layer[str]:
        """The link of the chain for a key; of those that repeat, of the last."""
        tree = self.chunk.tree
        node = tree.node(self.route)
        assert isinstance(node, Mapping), "it holds keys"
        found = next(key for key, _ in reversed(node.entries) if text_of(key) == name)
        return tree.leaf(found, (*self.route, name))  # type: ignore[arg-type]

    def bracket(self, text: str) -> Part:
        """The first or the last character of an object or a list."""
        return _written(text, lambda: self._edge(text in "}]"))

    def _edge(self, last: bool) -> Place:
        tree = self.chunk.tree
        node = tree.node(self.route)
        at = node.end - 1 if last else node.start
        return Place(tree.parent, Span(at, at + 1))

    def bare(self) -> Part:
        """A number or a word, which may be written in another way."""
        text = _json(self.value)
        return text, lambda: self._as_it_is(text)

    def _as_it_is(self, text: str) -> Layer[str]:
        layer = self.layer()
        return layer if layer.value == text else Written(text, layer.whole)


def _parts(held: _Held) -> Iterator[Part]:
    """The canonical form of a value, piece by piece; a loop, however deep it is nested."""
    stack = [_tokens(held)]
    while stack:
        token = next(stack[-1], None)
        if token is None:
            stack.pop()
        elif isinstance(token, _Held):
            stack.append(_tokens(token))
        else:
            yield token


def _tokens(held: _Held) -> Iterator[Part | _Held]:
    """The parts of one value, and the values in it."""
    match held.value:
        case dict() as entries:
            yield held.bracket("{")
            for at, name in enumerate(sorted(entries)):
                yield from (_written(","),) if at else ()
                yield from _string(name, partial(held.key, name))
                yield _written(":")
                yield _Held(held.chunk, entries[name], (*held.route, name))
            yield held.bracket("}")
        case list() as items:
            yield held.bracket("[")
            for at, item in enumerate(items):
                yield from (_written(","),) if at else ()
                yield _Held(held.chunk, item, (*held.route, at))
            yield held.bracket("]")
        case str() as text:
            yield from _string(text, held.layer)
        case _:
            yield held.bare()


def _string(text: str, layer: Callable[[], Layer[str]]) -> Iterator[Part]:
    """In quotes, the runs between characters that must be escaped: parts of the string in the
    file."""
    at = 0
    yield _written('"', lambda: layer().whole())
    for found in (*_ESCAPED.finditer(text), None):
        end = found.start() if found is not None else len(text)
        if end > at:
            yield text[at:end], _slice(layer, Span(at, end))
        if found is not None:
            yield _written(_json(found.group())[1:-1], _character(layer, end))
            at = found.end()
    yield _written('"', lambda: layer().whole())


def _slice(layer: Callable[[], Layer[str]], span: Span) -> Callable[[], Layer[str]]:
    return lambda: Slice(layer(), span)


def _character(layer: Callable[[], Layer[str]], at: int) -> Origin:
    return lambda: Place(layer(), Span(at, at + 1))


def _written(text: str, origin: Origin | None = None) -> Part:
    return text, lambda: Written(text, origin)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
