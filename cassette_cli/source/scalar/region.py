"""Edits of a value widened until their borders can be written: whole pieces, folds taken in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.source.node import Style
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.scalar.tiles import Tiles
from cassette_cli.source.spans import Edit, Span, splice

_LOST = " \t\n"
"""What a line of a folding scalar cannot begin or end with: folding would take it."""


class Spot(NamedTuple):
    """Where a region stands: `[start, end)` of the source, and whether folds touch it."""

    start: int
    end: int
    after_fold: bool
    before_fold: bool


class Regions:
    """The edits of one scalar whose `source` the `tiles` tile; all offsets count from 0."""

    def __init__(self, source: str, tiles: Tiles, style: Style) -> None:
        self.source = source
        self.value = tiles.value
        self.map = tiles.offset_map(0)
        self.style = style

    def widened(self, edits: Sequence[Edit[str]]) -> list[Edit[str]]:
        """Edits of the value that do the same and meet neither folds nor each other."""
        regions = self._whole_pieces(edits)
        if self.style == "literal":
            return regions
        while True:
            wider = _joined([self._settled(region) for region in regions])
            if wider == regions:
                return regions
            regions = wider

    def spot(self, region: Edit[str]) -> Spot:
        """Where the region's source is."""
        start, end = self.map.to_source(*region.span)
        return Spot(start, end, self._after_fold(start), self._before_fold(end))

    def _whole_pieces(self, edits: Sequence[Edit[str]]) -> list[Edit[str]]:
        groups: list[tuple[Span, list[Edit[str]]]] = []
        for edit in edits:
            span, members = self.map.whole(*edit.span), [edit]
            if groups and groups[-1][0].end >= span.start:
                before, members = groups.pop()
                span = Span(before.start, max(before.end, span.end))
                members.append(edit)
            groups.append((span, members))
        return [self._grouped(span, members) for span, members in groups]

    def _grouped(self, span: Span, edits: list[Edit[str]]) -> Edit[str]:
        low = span.start
        moved = [Edit(Span(start - low, end - low), text) for (start, end), text in edits]
        return Edit(span, splice(self.value[low : span.end], moved))

    def _settled(self, region: Edit[str]) -> Edit[str]:
        (low, high), text = region
        spot = self.spot(region)
        first = text[:1] or self.value[high : high + 1]
        last = text[-1:] or (self.value[low - 1] if low else "")
        if self.style == "double" and text:
            return region
        if spot.after_fold and low and first and first in _LOST:
            return self._taking(region, low - 1, high)
        if spot.before_fold and last and last in _LOST:
            return self._taking(region, low, high + 1)
        return region

    def _taking(self, region: Edit[str], start: int, end: int) -> Edit[str]:
        """The region with the neighbours up to `start` and `end` taken in unchanged."""
        (low, high), text = region
        start, end = self.map.whole(start, min(end, len(self.value)))
        return Edit(Span(start, end), self.value[start:low] + text + self.value[high:end])

    def _after_fold(self, start: int) -> bool:
        at = start
        while at and self.source[at - 1] in BLANKS:
            at -= 1
        return at > 0 and self.source[at - 1] in BREAKS

    def _before_fold(self, end: int) -> bool:
        at = end
        while at < len(self.source) and self.source[at] in BLANKS:
            at += 1
        return at < len(self.source) and self.source[at] in BREAKS


def _joined(regions: Sequence[Edit[str]]) -> list[Edit[str]]:
    """Regions that touch or share unchanged text made one."""
    out: list[Edit[str]] = []
    for region in regions:
        if out and out[-1].span.end >= region.span.start:
            (start, end), text = out.pop()
            shared = end - region.span.start
            text += region.replacement[shared:]
            region = Edit(Span(start, max(end, region.span.end)), text)
        out.append(region)
    return out
