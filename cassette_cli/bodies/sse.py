"""Server-sent events, to the letter of the WHATWG HTML standard, section 9.2.6
("Interpreting an event stream"), with every line's place kept.

What the standard drops silently is kept and marked: comments, unknown fields, and a last event
that no blank line ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.bodies.sse_data import SseData
from cassette_cli.bodies.sse_lines import Line, parse_lines
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.event import Aside, Event
from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span
from cassette_cli.source.text import utf8

_START = lazy(r"\ufeff?(?:(?:(?::|event:|id:|retry:)[^\r\n]*+)?(?:\r\n|\r|\n))*+data:")
_MILLISECONDS = lazy(r"[0-9]{1,18}")
_BLANK_LINE = lazy(r"\r\n\r\n|\n\n|\r\r")


_ACTED_ON = ("data", "event", "id", "retry")
"""The fields that the standard gives a meaning."""


@dataclass(slots=True, eq=False, repr=False)
class SseEvent:
    """The lines up to one blank line.

    `index` counts dispatched events from 0 and is None for a block that dispatches nothing;
    `name` is the `event` field, `terminated` says whether a blank line ended it. `asides` are its
    comments, and the fields that the standard does not know.
    """

    lines: list[Line]
    index: int | None
    name: str | None = None
    data: str | None = None
    id: str | None = None
    retry: int | None = None
    terminated: bool = True
    asides: tuple[Aside, ...] = ()
    _layer: SseData | None = field(default=None, repr=False)

    def layer(self, body: Layer[Any]) -> SseData:
        """The data as a link of the chain; `body` is the body's text."""
        if self._layer is None:
            lines = [line for line in self.lines if line.name == "data"]
            span = Span(lines[0].span.start, lines[-1].span.end)
            self._layer = SseData(body, span, self.data or "", self.index)
        return self._layer

    @property
    def failed(self) -> bool:
        """Whether it is called an error."""
        return self.name == "error"

    @property
    def size(self) -> int:
        """UTF-8 bytes of the data."""
        return len(utf8(self.data or ""))

    @property
    def span(self) -> Span:
        """From the first line to the end of the last one's text."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


def parse_events(text: str) -> list[SseEvent]:
    """Every block of lines of an event stream, those that dispatch nothing included."""
    events: list[SseEvent] = []
    dispatched = 0
    for lines, terminated in _blocks(text):
        event = _event(lines, terminated)
        if event.data is not None:
            event.index = dispatched
            dispatched += 1
        events.append(event)
    return events


def _blocks(text: str) -> Iterator[tuple[list[Line], bool]]:
    lines: list[Line] = []
    for line in parse_lines(text):
        if line is not None:
            lines.append(line)
        elif lines:
            yield lines, True
            lines = []
    if lines:
        yield lines, False


def _event(lines: list[Line], terminated: bool) -> SseEvent:
    event = SseEvent(lines, None, terminated=terminated)
    data: list[str] = []
    asides: list[Aside] = []
    for line in lines:
        match line.name:
            case "data":
                data.append(line.value)
            case "event":
                event.name = line.value or None
            case "id" if "\0" not in line.value:
                event.id = line.value
            case "retry" if _MILLISECONDS.fullmatch(line.value):
                event.retry = int(line.value)
            case name if name not in _ACTED_ON:
                asides.append(Aside(name, line.value, line.span))
    if asides:
        event.asides = tuple(asides)
    if data:
        event.data = "\n".join(data)
    return event


class Sse(BodyReader):
    """A server-sent event stream."""

    name = "sse"

    def claims(self, media_type: str) -> bool:
        """The one media type of event streams."""
        return media_type == "text/event-stream"

    def bid(self, content: Content) -> Offer:
        """By its media type, unless it plainly is something else; or by how it starts."""
        text = content.text
        if text is None:
            return Offer(Bid.NO, "no text")
        starts = _START.match(text[:65536]) is not None
        claim = self.claim(content)
        if claim.bid is not Bid.NO:
            if starts or not text.lstrip().startswith(("{", "[", "<")):
                return claim
            return Offer(Bid.NO, "text/event-stream, but it does not start as one")
        if starts and _BLANK_LINE.search(text, 0, 1_000_000):
            return Offer(Bid.PROVEN, "it starts with the fields of an event stream")
        return Offer(Bid.NO, "no event stream")

    def events(self, body: Body) -> Sequence[Event] | None:
        """Every block of lines."""
        return parse_events(body.text.value) if body.text is not None else None


BODY = Sse()
