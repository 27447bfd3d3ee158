"""Server-sent events, to the letter of the WHATWG HTML standard, section 9.2.6
("Interpreting an event stream"), with every line's place kept.

What the standard drops silently is kept and marked: comments, unknown fields, and a last event
that no blank line ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cassette_cli.errors import RefusedError
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.layer import Layer, Mapped
from cassette_cli.source.spans import Edit, OffsetMap, Piece, Span

_LINE = lazy(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_START = lazy(r"\ufeff?(?:(?:(?::|event:|id:|retry:)[^\r\n]*+)?(?:\r\n|\r|\n))*+data:")
_BREAK = lazy(r"\r\n|\r|\n")
_MILLISECONDS = lazy(r"[0-9]{1,18}")
_BLANK_LINE = lazy(r"\r\n\r\n|\n\n|\r\r")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """One line that is not blank: field name, value, and the span of the line without its break.

    A comment has the empty name. Offsets are characters of the body text.
    """

    name: str
    value: str
    span: Span
    value_start: int


@dataclass(slots=True, eq=False, repr=False)
class Event:
    """The lines up to one blank line.

    `index` counts dispatched events from 0 and is None for a block that dispatches nothing;
    `name` is the `event` field, `terminated` says whether a blank line ended it.
    """

    lines: list[Line]
    index: int | None
    name: str | None = None
    data: str | None = None
    id: str | None = None
    retry: int | None = None
    terminated: bool = True
    _layer: SseData | None = field(default=None, repr=False)

    def layer(self, parent: Layer[str]) -> SseData:
        """The data as a link of the chain; `parent` is the body's text."""
        if self._layer is None:
            lines = [line for line in self.lines if line.name == "data"]
            span = Span(lines[0].span.start, lines[-1].span.end)
            self._layer = SseData(parent, span, self.data or "", self.index)
        return self._layer

    @property
    def span(self) -> Span:
        """From the first line to the end of the last one's text."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


def parse_events(text: str) -> list[Event]:
    """Every block of lines of an event stream, those that dispatch nothing included."""
    events: list[Event] = []
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
    for line in _lines(text):
        if line is not None:
            lines.append(line)
        elif lines:
            yield lines, True
            lines = []
    if lines:
        yield lines, False


def _lines(text: str) -> Iterator[Line | None]:
    """Lines in order, None for a blank one; one BOM at the very start is dropped."""
    at = 1 if text.startswith("\ufeff") else 0
    size = len(text)
    while at < size:
        found = _LINE.match(text, at)
        assert found is not None, "the expression matches at every offset"
        end = found.end(1)
        yield _line(text, at, end) if end > at else None
        at = found.end()


def _line(text: str, start: int, end: int) -> Line:
    colon = text.find(":", start, end)
    if colon < 0:
        return Line(text[start:end], "", Span(start, end), end)
    value = colon + 1
    if text.startswith(" ", value, end):
        value += 1
    return Line(text[start:colon], text[value:end], Span(start, end), value)


def _event(lines: list[Line], terminated: bool) -> Event:
    event = Event(lines, None, terminated=terminated)
    data: list[str] = []
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
    if data:
        event.data = "\n".join(data)
    return event


class SseData(Mapped):
    """The data of one event: the values of its `data:` lines, joined with line feeds."""

    def __init__(self, parent: Layer[str], span: Span, value: str, index: int | None) -> None:
        super().__init__(parent, span, value)
        self.record = index

    def read(self, fragment: str) -> str:
        """The data of the lines of a fragment."""
        lines = (line for line in _lines(fragment) if line is not None)
        return "\n".join(line.value for line in lines if line.name == "data")

    def offsets(self) -> OffsetMap:
        """Runs for the values; field names give nothing, a break between values is one `\\n`."""
        return OffsetMap(self._pieces(), self.span.start)

    def _pieces(self) -> Iterator[Piece]:
        fragment = self.parent.value[self.span.start : self.span.end]
        at = 0
        for line in _lines(fragment):
            if line is None or line.name != "data":
                continue
            yield Piece(line.value_start - at, 1 if at else 0, False)
            yield Piece(line.span.end - line.value_start, len(line.value), True)
            at = line.span.end

    def rewrite(self, edits: Sequence[Edit[str]]) -> list[Edit[Any]]:
        """As everywhere, with the colon and the blank that a new start of a line may need."""
        fragment = self.parent.value[slice(*self.span)]
        lines = [line for line in _lines(fragment) if line is not None]
        starts = {self.span.start + line.value_start for line in lines if line.name == "data"}
        others = [self.span.start + line.span.start for line in lines if line.name != "data"]
        rewritten = super().rewrite(edits)
        if any(start < other < end for (start, end), _ in rewritten for other in others):
            raise RefusedError("an edit would take a line of the event that is no data with it")
        return [self._separated(edit) if edit.span.start in starts else edit for edit in rewritten]

    def _separated(self, edit: Edit[str]) -> Edit[str]:
        """An edit at the start of a line's value, which must not lose its first blank."""
        (start, end), text = edit
        before = self.parent.value[start - 1]
        following = text + self.parent.value[end : end + 1]
        if before not in ": " and text:
            return Edit(edit.span, ": " + text)
        return Edit(edit.span, " " + text) if before == ":" and following[:1] == " " else edit

    def escape(self, text: str) -> str:
        """A line feed starts another `data:` line, after a break like the event's own."""
        found = _BREAK.match(self.parent.value, self.span.end)
        return text.replace("\n", f"{found.group() if found else chr(10)}data: ")

    def describe(self) -> str:
        """What this link is."""
        return "the data of an event"


class Sse:
    """A server-sent event stream."""

    name = "sse"

    def bid(self, text: str, media_type: str) -> Offer:
        """By its media type, unless it plainly is something else; or by how it starts."""
        starts = _START.match(text[:65536]) is not None
        if media_type == "text/event-stream":
            if starts or not text.lstrip().startswith(("{", "[", "<")):
                return Offer(Bid.SURE, "its content type is text/event-stream")
            return Offer(Bid.NO, "text/event-stream, but it does not start as one")
        if starts and _BLANK_LINE.search(text, 0, 1_000_000):
            return Offer(Bid.LIKELY, "it starts with the fields of an event stream")
        return Offer(Bid.NO, "no event stream")


BODY = Sse()
