"""Spans and offset maps: which characters of a source gave which characters of a value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import AnyStr, Generic, NamedTuple


class Span(NamedTuple):
    """Half-open range of 0-based offsets: characters in text, bytes in bytes."""

    start: int
    end: int


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same ranges in order, those that overlap or touch joined."""
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


Run = bool | str
"""Whether characters map one to one.

A text does so but for its escapes, each of which is a backslash and a character that is none, and
gives one character: such a source is kept here, and they are counted when somebody asks.
"""


class Piece(NamedTuple):
    """`value` characters of a value that came from `source` characters of its source.

    A `run` maps one to one and may be cut anywhere; any other piece is cut only at its ends
    (an escape, a fold, a doubled quote, or, with `value` 0, source that gives no value).
    """

    source: int
    value: int
    run: bool


class OffsetMap:
    """Pieces that tile a source without gap, searchable from the value's side."""

    __slots__ = ("_runs", "_sources", "_values")

    def __init__(self, pieces: Iterable[Piece], start: int = 0) -> None:
        """Lay `pieces` one after the other, the first at source offset `start`."""
        kept = [piece for piece in pieces if piece[0] or piece[1]]
        sources, values, runs = zip(*kept, strict=True) if kept else ((), (), ())
        self._lay(sources, values, runs, start)

    @classmethod
    def of_columns(
        cls, sources: Iterable[int], values: Iterable[int], runs: Sequence[Run], start: int = 0
    ) -> OffsetMap:
        """The map of pieces given as columns, none of them empty: a map of millions in no time."""
        offsets = cls.__new__(cls)
        offsets._lay(sources, values, runs, start)
        return offsets

    def _lay(
        self, sources: Iterable[int], values: Iterable[int], runs: Sequence[Run], start: int
    ) -> None:
        self._sources = list(accumulate(sources, initial=start))
        self._values = list(accumulate(values, initial=0))
        self._runs = runs

    @property
    def length(self) -> int:
        """Number of characters in the value."""
        return self._values[-1]

    def to_source(self, start: int, end: int) -> Span:
        """Smallest source span, whole pieces only, that gives `value[start:end]`.

        Of a cut piece that is not a run the whole is taken. For an empty range the span is empty:
        the point before the source of the next character, at the end the point after the last
        one's, and in an empty value the point after the first piece, an opening quote.

        Raises:
            IndexError: the range is not within the value.
        """
        if not 0 <= start <= end <= self.length:
            raise IndexError(f"[{start}, {end}) is not within a value of {self.length}")
        if start == end:
            point = self._start_of(start) if start < self.length else self._end_of(end)
            return Span(point, point)
        return Span(self._start_of(start), self._end_of(end))

    def to_value(self, offset: int) -> int:
        """The value's first character that came from `offset` of the source, or from behind it."""
        piece = min(bisect_right(self._sources, offset) - 1, len(self._runs) - 1)
        if piece < 0:
            return 0
        run, into = self._runs[piece], offset - self._sources[piece]
        if isinstance(run, str):
            into -= run.count("\\", 0, into)
        return min(self._values[piece] + (into if run else 0), self.length)

    def whole(self, start: int, end: int) -> Span:
        """The value range that `to_source(start, end)` really covers, cut pieces made whole."""
        if start == end:
            return Span(start, end)
        first, last = self._piece_of(start), self._piece_of(end - 1)
        low = start if self._runs[first] else self._values[first]
        high = end if self._runs[last] else self._values[last + 1]
        return Span(low, high)

    def _piece_of(self, index: int) -> int:
        return bisect_right(self._values, index) - 1

    def _start_of(self, index: int) -> int:
        piece = self._piece_of(index)
        return self._sources[piece] + self._into(piece, index - self._values[piece])

    def _into(self, piece: int, index: int) -> int:
        """Where in the source of a piece the character at an index of its value begins."""
        run = self._runs[piece]
        if not isinstance(run, str):
            return index if run else 0
        at = index
        while (found := index + run.count("\\", 0, at)) != at:
            at = found
        return at

    def _end_of(self, end: int) -> int:
        if not end:
            return self._sources[min(1, len(self._runs))]
        piece = self._piece_of(end - 1)
        if self._runs[piece] and end < self._values[piece + 1]:
            return self._sources[piece] + self._into(piece, end - self._values[piece])
        return self._sources[piece + 1]


class Edit(NamedTuple, Generic[AnyStr]):
    """Put `replacement` in the place of `span`; its type is the type of what is edited."""

    span: Span
    replacement: AnyStr


def splice(value: AnyStr, edits: Sequence[Edit[AnyStr]]) -> AnyStr:
    """`value` with `edits` made in it; they are sorted and do not overlap."""
    out: list[AnyStr] = []
    at = 0
    for (start, end), replacement in edits:
        out += (value[at:start], replacement)
        at = end
    out.append(value[at:])
    return value[:0].join(out)
