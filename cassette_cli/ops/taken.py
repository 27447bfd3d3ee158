"""Places that are taken: whether another one overlaps them, in whichever layer both stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Any, NamedTuple

from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.place import chain_spans

_NEAR = 4
"""Neighbours that are looked at: in a layer above base64 ranges may share a group of characters."""


class _Range(NamedTuple):
    start: int
    end: int
    owner: int


class _InLayer:
    """The ranges that are taken of one layer, and by whom."""

    def __init__(self, layer: Layer[Any]) -> None:
        self.layer = layer
        self.ranges: list[_Range] = []
        self.owners: set[int] = set()

    def clashing(self, start: int, end: int) -> set[int]:
        """The owners of ranges that share something with this one."""
        at = bisect_left(self.ranges, (start, end, 0))
        near = self.ranges[max(at - _NEAR, 0) : at + _NEAR]
        return {one.owner for one in near if start < one.end and one.start < end}


class Taken:
    """Places none of which overlaps another.

    Two places are compared in the innermost layer that both stand in: what is apart there is apart,
    even where a layer further out (a group of base64) gives both the same characters.
    """

    def __init__(self) -> None:
        self._layers: dict[int, _InLayer] = {}
        self._count = 0

    def take(self, place: Place) -> bool:
        """Take a place, unless it overlaps one that is taken; whether it was free."""
        steps = list(chain_spans(place))
        inner: list[_InLayer] = []
        for layer, (start, end) in steps:
            held = self._layers.get(id(layer))
            if held is None:
                continue
            for owner in held.clashing(start, end):
                if not any(owner in one.owners for one in inner):
                    return False
            inner.append(held)
        self._count += 1
        for layer, (start, end) in steps:
            held = self._layers.setdefault(id(layer), _InLayer(layer))
            insort(held.ranges, _Range(start, end, self._count))
            held.owners.add(self._count)
        return True
