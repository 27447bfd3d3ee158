"""A value joined from parts that stand apart: what the deltas of a stream add up to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate
from typing import AnyStr

from cassette_cli.errors import RefusedError
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.spans import Edit, Span

_Part = tuple[AnyStr, Callable[[], Layer[AnyStr]]]
Part = _Part[str]
"""A part's text, and how to get its layer when a place or an edit asks for it."""


class _Joined(Layer[AnyStr]):
    """Parts joined with nothing between them; each character knows the part it came from."""

    def __init__(self, parts: Sequence[_Part[AnyStr]], empty: AnyStr) -> None:
        self.parts: list[_Part[AnyStr]] = [part for part in parts if part[0]]
        self.value = empty.join(value for value, _ in self.parts)
        self._starts = [0, *accumulate(len(value) for value, _ in self.parts)]

    def outward(self, span: Span) -> Iterable[Place]:
        """One place a part that the range touches."""
        return [Place(self.parts[part][1](), inner) for part, inner in self._split(span)]

    def lower(self, edits: Sequence[Edit[AnyStr]]) -> Iterable[LayerEdit]:
        """Each part gets as many characters as it gave; the last takes what is over."""
        if not self.parts and any(edit.replacement for edit in edits):
            raise RefusedError("nothing holds this text yet, so none can be added")
        return [lowered for edit in edits for lowered in self._lower_one(edit)]

    def _lower_one(self, edit: Edit[AnyStr]) -> Iterable[LayerEdit]:
        at, split = 0, self._split(edit.span)
        for part, inner in split:
            last = part == split[-1][0]
            end = len(edit.replacement) if last else at + inner.end - inner.start
            yield LayerEdit(self.parts[part][1](), Edit(inner, edit.replacement[at:end]))
            at = end

    def _split(self, span: Span) -> list[tuple[int, Span]]:
        """The parts and their own ranges; a point between two parts is the end of the first."""
        if span.start == span.end:
            part = bisect_left(self._starts, span.start, 1) - 1
            at = span.start - self._starts[part]
            return [(part, Span(at, at))] if self.parts else []
        split = []
        part = bisect_right(self._starts, span.start) - 1
        while part < len(self.parts) and self._starts[part] < span.end:
            start, end = self._starts[part], self._starts[part + 1]
            low, high = max(span.start, start), min(span.end, end)
            split.append((part, Span(low - start, high - start)))
            part += 1
        return split


class Joined(_Joined[str]):
    """A text from parts that are found when they are asked for."""

    depth = 1_000
    """Deeper than any of its parts, so that its edits are lowered first."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(parts, "")


class JoinedBytes(_Joined[bytes]):
    """Bytes from parts that are known."""

    def __init__(self, layers: Sequence[Layer[bytes]]) -> None:
        super().__init__([(layer.value, partial(_same, layer)) for layer in layers], b"")
        self.depth = 1 + max((layer.depth for layer in layers), default=0)


def _same(layer: Layer[bytes]) -> Layer[bytes]:
    return layer
