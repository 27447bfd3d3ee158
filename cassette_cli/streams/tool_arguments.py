"""Arguments that stand as an object on the wire, written as the text that others send.

Sorted keys, no blanks, nothing escaped that need not be; each character of a string still knows
where it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cassette_cli.errors import RefusedError
from cassette_cli.lazy import lazy
from cassette_cli.source.joined import Part
from cassette_cli.source.layer import Layer, LayerEdit, Place, Slice
from cassette_cli.source.spans import Edit, Span
from cassette_cli.streams.chunk import Chunk

_ESCAPED = lazy(r'["\\\x00-\x1f]')


class Written(Layer[str]):
    """Text that stands nowhere in the file."""

    depth = 0

    def __init__(self, value: str) -> None:
        self.value = value

    def outward(self, span: Span) -> Iterable[Place]:
        """Nowhere."""
        del span
        return ()

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """Refused, unless nothing is to change."""
        if any(self.value[slice(*edit.span)] != edit.replacement for edit in edits):
            raise RefusedError("this text stands nowhere in the file")
        return ()


def arguments(chunk: Chunk, value: Any, *route: str | int) -> list[Part]:
    """The parts of the arguments that stand at `route` in the chunk's JSON: a text or an object."""
    if isinstance(value, str):
        return [chunk.part(value, *route)] if value else []
    return [] if value is None else list(_parts(chunk, value, route))


def _parts(chunk: Chunk, value: Any, route: tuple[str | int, ...]) -> Iterator[Part]:
    """The canonical form of a value, piece by piece; as deep as the JSON decoder allows."""
    match value:
        case dict():
            yield _written("{")
            for at, name in enumerate(sorted(value)):
                yield _written(("," if at else "") + _json(name) + ":")
                yield from _parts(chunk, value[name], (*route, name))
            yield _written("}")
        case list():
            yield _written("[")
            for at, item in enumerate(value):
                yield from (_written(","),) if at else ()
                yield from _parts(chunk, item, (*route, at))
            yield _written("]")
        case str():
            yield _written('"')
            yield from _string(chunk, value, route)
            yield _written('"')
        case _:
            yield _written(_json(value))


def _string(chunk: Chunk, value: str, route: tuple[str | int, ...]) -> Iterator[Part]:
    """The runs between characters that must be escaped, each a part of the string in the file."""
    at = 0
    for found in (*_ESCAPED.finditer(value), None):
        end = found.start() if found is not None else len(value)
        if end > at:
            yield value[at:end], _slice(chunk, route, Span(at, end))
        if found is not None:
            yield _written(_json(found.group())[1:-1])
            at = found.end()


def _slice(chunk: Chunk, route: tuple[str | int, ...], span: Span) -> Any:
    return lambda: Slice(chunk.layer(route), span)


def _written(text: str) -> Part:
    return text, lambda: Written(text)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
