"""The payload of one AWS event-stream frame, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice

PRELUDE = 12
"""Bytes of the two lengths and their check sum."""
TRAILER = 4
"""Bytes of the check sum behind the payload."""


class FrameData(Fragment[bytes]):
    """The payload of a whole frame; an edit restates lengths and the check sums that were right."""

    def __init__(self, parent: Layer[bytes], span: Span, index: int | None) -> None:
        super().__init__(parent, span, self.read(parent.value[span.start : span.end]))
        self.record = index

    def read(self, fragment: bytes) -> bytes:
        """The payload; ValueError where the lengths are not the fragment's."""
        total, headers = sizes(fragment, 0)
        if total != len(fragment) or PRELUDE + headers + TRAILER > total:
            raise ValueError("no frame")
        return fragment[PRELUDE + headers : total - TRAILER]

    def outward(self, span: Span) -> Iterable[Place]:
        """The same bytes behind the frame's headers."""
        start = self._payload_start()
        return (Place(self.parent, Span(start + span.start, start + span.end)),)

    def rewrite(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """The bytes themselves, the check sum behind them, and the lengths where they change."""
        start, old = self._payload_start(), self.parent.value[slice(*self.span)]
        new = _framed(old, splice(self.value, edits))
        found = [Edit(Span(start + low, start + high), text) for (low, high), text in edits]
        if len(new) != len(old):
            found.insert(0, Edit(Span(self.span.start, self.span.start + PRELUDE), new[:PRELUDE]))
        end = self.span.end
        return [*found, Edit(Span(end - TRAILER, end), new[-TRAILER:])]

    def _payload_start(self) -> int:
        return self.span.start + PRELUDE + sizes(self.parent.value, self.span.start)[1]

    def describe(self) -> str:
        """What this link is."""
        return "the payload of a frame"


def sizes(data: bytes, at: int) -> tuple[int, int]:
    """The two lengths that a frame at a 0-based offset states: of all of it, of its headers."""
    return uint32(data, at), uint32(data, at + 4)


def uint32(data: bytes, at: int) -> int:
    """The number of four bytes, the highest first, at an offset; 0 where they are not there."""
    return int.from_bytes(data[at : at + 4]) if at + 4 <= len(data) else 0


def _framed(old: bytes, payload: bytes) -> bytes:
    """The old frame around another payload; a check sum that was wrong stays as it is."""
    _, headers = sizes(old, 0)
    lengths = (PRELUDE + headers + len(payload) + TRAILER).to_bytes(4) + old[4:8]
    prelude = _summed(lengths, old[:8], old[8:12])
    frame = prelude + old[PRELUDE : PRELUDE + headers] + payload
    return _summed(frame, old[:-TRAILER], old[-TRAILER:])


def _summed(new: bytes, old: bytes, stated: bytes) -> bytes:
    right = crc32(old).to_bytes(4) == stated
    return new + (crc32(new).to_bytes(4) if right else stated)
