"""Bytes written as base64 in a text."""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice

_BLANKS = lazy(r"\s+")


def decode_base64(text: str) -> bytes:
    """The bytes, blanks ignored; ValueError (binascii.Error) where it is not base64."""
    return binascii.a2b_base64(_BLANKS.sub("", text), strict_mode=True)


class Base64(Fragment[bytes]):
    """The bytes behind a base64 text, blanks and line breaks between its groups kept.

    Three bytes are one group of four characters, so an edit that keeps its length changes only the
    groups it touches. Base64 is RFC 4648 section 4; YAML's `!!binary` is the same.
    """

    def __init__(self, parent: Layer[str], span: Span) -> None:
        super().__init__(parent, span, decode_base64(parent.value[span.start : span.end]))
        self._known_gaps: tuple[list[int], list[int]] | None = None

    def read(self, fragment: str) -> bytes:
        """The bytes of a base64 text; ValueError where it is none."""
        return decode_base64(fragment)

    def outward(self, span: Span) -> Iterable[Place]:
        """The groups that hold the bytes."""
        low, high = self._groups(span)
        start, end = self._source(low * 4), self._source(high * 4, end=True)
        if low == high:
            start = end
        return (Place(self.parent, Span(start, end)),)

    def rewrite(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """Write again the groups that are touched; all that follow where the length changes."""
        kept = all(len(edit.replacement) == edit.span.end - edit.span.start for edit in edits)
        if not kept:
            return self._rewrite_from(edits)
        merged = self._merge([self._groups(edit.span) for edit in edits])
        new = splice(self.value, edits)
        return [edit for low, high in merged for edit in self._write_groups(new, low, high)]

    def _rewrite_from(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """All groups from the first that changes on, in lines as long as they were."""
        low = edits[0].span.start // 3
        text = base64.b64encode(splice(self.value, edits)[low * 3 :]).decode()
        start, end = self._source(low * 4, end=True), self._source(self._count(), end=True)
        old = self.parent.value[self.span.start : end]
        return [Edit(Span(start, end), _continued(old, start - self.span.start, text))]

    def _write_groups(self, new: bytes, low: int, high: int) -> Iterable[Edit[str]]:
        """Same number of characters, so every blank between them stays where it is."""
        text = base64.b64encode(new[low * 3 : high * 3]).decode()
        start, end = self._source(low * 4), self._source(low * 4 + len(text), end=True)
        old = self.parent.value[start:end]
        at = 0
        for found in re.finditer(r"\S+", old):
            size = found.end() - found.start()
            yield Edit(Span(start + found.start(), start + found.end()), text[at : at + size])
            at += size

    @staticmethod
    def _merge(groups: list[tuple[int, int]]) -> list[tuple[int, int]]:
        merged: list[tuple[int, int]] = []
        for low, high in sorted(groups):
            if merged and low <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
            else:
                merged.append((low, high))
        return merged

    @staticmethod
    def _groups(span: Span) -> tuple[int, int]:
        return span.start // 3, -(-span.end // 3)

    def _source(self, index: int, *, end: bool = False) -> int:
        """Offset in the parent of the base64 character `index`, or the point behind the last."""
        if end and index:
            return self._source(min(index, self._count()) - 1) + 1
        before, skipped = self._gaps()
        return self.span.start + index + skipped[bisect_right(before, index)]

    def _count(self) -> int:
        return self.span.end - self.span.start - self._gaps()[1][-1]

    def _gaps(self) -> tuple[list[int], list[int]]:
        """How many base64 characters stand before each run of blanks; blanks skipped up to it."""
        if self._known_gaps is None:
            before, skipped = list[int](), [0]
            for found in _BLANKS.finditer(self.parent.value, *self.span):
                before.append(found.start() - self.span.start - skipped[-1])
                skipped.append(skipped[-1] + found.end() - found.start())
            self._known_gaps = before, skipped
        return self._known_gaps

    def describe(self) -> str:
        """What this link is."""
        return "base64"


def _continued(old: str, start: int, text: str) -> str:
    """`text` in the place of `old[start:]`, in lines as long as the first one of `old`."""
    gap = _BLANKS.search(old.strip())
    if gap is None:
        return text
    before = old[:start].split()
    room = max(0, gap.start() - len(before[-1])) if before else gap.start()
    starts = range(room, len(text), gap.start())
    lines = [text[:room], *(text[at : at + gap.start()] for at in starts)]
    return gap.group().join(lines)


def is_base64(text: str) -> bool:
    """Whether the text, blanks aside, is well-formed base64."""
    try:
        decode_base64(text)
    except (binascii.Error, ValueError):
        return False
    return True
