"""AWS's binary event streams
(https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html#streaming-event-stream;
Smithy, "Amazon Event Stream specification"): frames with lengths, headers, payload and CRCs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from cassette_cli.bodies.frame_data import PRELUDE, TRAILER, FrameData, sizes, uint32
from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.event import DAMAGE, Aside, Event
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.document import as_text, is_utf8
from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span

_FIXED = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
"""Bytes of a header's value by its type; types 6 and 7 state theirs."""
_STRING = 7
_FAILURES = (":exception-type", ":error-code")
_TYPE_NAMES = (":event-type", ":exception-type", ":error-code")


@dataclass(slots=True, eq=False, repr=False)
class Frame:
    """One frame. What is cut off at the end dispatches nothing and has no index.

    `problem` says in words which of its check sums is wrong, or that it is cut off.
    """

    index: int | None
    span: Span
    headers: dict[str, str]
    payload: bytes
    problem: str | None = None
    _layer: CharsetText | None = None

    @property
    def name(self) -> str | None:
        """The type of the event, the exception or the error."""
        return next((self.headers[name] for name in _TYPE_NAMES if name in self.headers), None)

    @property
    def data(self) -> str | None:
        """The payload, where it is text."""
        return self.payload.decode() if is_utf8(self.payload) else None

    @property
    def failed(self) -> bool:
        """Whether it is an exception or an error."""
        return any(name in self.headers for name in _FAILURES)

    @property
    def size(self) -> int:
        """Bytes of the payload."""
        return len(self.payload)

    @property
    def terminated(self) -> bool:
        """Whether all of it is there."""
        return self.index is not None

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What is wrong with it."""
        return (Aside(DAMAGE, self.problem, self.span),) if self.problem else ()

    def layer(self, body: Layer[Any]) -> CharsetText:
        """The payload as a link of the chain; `body` are the body's bytes."""
        if self._layer is None:
            data = FrameData(body, self.span, self.index)
            self._layer = as_text(data)
        return self._layer


class EventStream(BodyReader):
    """Frames, as Bedrock, Kinesis, Transcribe and S3 Select send them."""

    name = "eventstream"

    def claims(self, media_type: str) -> bool:
        """The media type that AWS uses."""
        return media_type == "application/vnd.amazon.eventstream"

    def bid(self, content: Content) -> Offer:
        """By its media type, or by a first frame whose check sums are right."""
        if content.data is None:
            return Offer(Bid.NO, "it is text")
        first = next(parse_frames(content.data), None)
        if first is not None and first.problem is None:
            return Offer(Bid.PROVEN, "it starts with a frame of AWS's whose check sums are right")
        return self.claim(content)

    def events(self, body: Body) -> Sequence[Event] | None:
        """A frame each."""
        return tuple(parse_frames(body.data.value)) if body.data is not None else None

    def texts(self, body: Body) -> Iterator[NamedText]:
        """The payload of every frame that is whole."""
        for frame in body.events() or ():
            if frame.index is not None and body.data is not None:
                yield NamedText(None, frame.layer(body.data))


def parse_frames(data: bytes) -> Iterator[Frame]:
    """The frames in some bytes; where lengths make no sense the rest is one that is cut off."""
    at = index = 0
    while at < len(data):
        total, headers = sizes(data, at)
        end = at + total
        if total < PRELUDE + headers + TRAILER or end > len(data):
            yield Frame(None, Span(at, len(data)), {}, b"", "it is cut off, or no frame")
            return
        inner = at + PRELUDE + headers
        found = dict(_headers(data[at + PRELUDE : inner]))
        payload = data[inner : end - TRAILER]
        yield Frame(index, Span(at, end), found, payload, _problem(data, at, end))
        at, index = end, index + 1


def _problem(data: bytes, at: int, end: int) -> str | None:
    if crc32(data[at : at + 8]) != uint32(data, at + 8):
        return "the check sum of its lengths is wrong"
    if crc32(data[at : end - TRAILER]) != uint32(data, end - TRAILER):
        return "its check sum is wrong"
    return None


def _headers(data: bytes) -> Iterator[tuple[str, str]]:
    """Names and values of those that are text; what cannot be read ends the list."""
    at = 0
    while at < len(data):
        name_end = at + 1 + data[at]
        if name_end >= len(data):
            return
        kind, start = data[name_end], name_end + 1
        size = _FIXED.get(kind)
        if size is None:
            size, start = int.from_bytes(data[start : start + 2]), start + 2
        if kind == _STRING:
            yield (
                str(data[at + 1 : name_end], "utf-8", "replace"),
                str(data[start : start + size], "utf-8", "replace"),
            )
        at = start + size


BODY = EventStream()
