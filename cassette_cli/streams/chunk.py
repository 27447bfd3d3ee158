"""Events as the protocols read them: their JSON, and rows for what is no chunk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cassette_cli.model.event import Aside, Event
from cassette_cli.model.stream import ROW_KINDS, Carries, EventText, Row, RowKind
from cassette_cli.source.joined import Part
from cassette_cli.source.json_layer import Route, json_tree
from cassette_cli.source.layer import Layer, Place

DONE = "[DONE]"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chunk:
    """One block of the stream. `json` is the decoded data, or None where it is not JSON."""

    body: Layer[Any]
    event: Event
    json: Any

    @property
    def data(self) -> str:
        """The event's data; empty for a block that dispatches nothing."""
        return self.event.data or ""

    @property
    def is_done(self) -> bool:
        """Whether it is the `[DONE]` that ends OpenAI's streams."""
        return self.data.strip() == DONE

    @property
    def is_ping(self) -> bool:
        """Whether it only keeps the connection alive."""
        return self.event.name == "ping"

    @property
    def is_error(self) -> bool:
        """Whether the event itself is an error."""
        return self.event.name == "error"

    @property
    def counts(self) -> bool:
        """Whether it is a chunk of the message: dispatched, no terminator, ping or error event."""
        return self.event.index is not None and not (self.is_done or self.is_ping or self.is_error)

    @property
    def place(self) -> Place:
        """The whole block in the body."""
        return Place(self.body, self.event.span)

    def part(self, text: str, *route: str | int) -> Part:
        """A part of the message: `text` stands at `route` in the event's JSON."""
        return text, lambda: self.layer(route)

    def layer(self, route: Route) -> Layer[str]:
        """The link of the chain for the string at `route`."""
        tree = json_tree(self.event.layer(self.body))
        if tree is None:
            raise KeyError(route)
        return tree.at(route)


def chunks(body: Layer[Any], events: Iterable[Event]) -> Iterator[Chunk]:
    """The events with their data decoded once."""
    for event in events:
        yield Chunk(body, event, _decode(event.data))


def _decode(data: str | None) -> Any:
    if not data or data == DONE:
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


class Rows:
    """Builds the rows of a stream, numbering rows, and chunks among them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.chunks = 0
        self.events = 0
        self.texts: list[EventText] = []

    def add(
        self,
        chunk: Chunk,
        carries: Iterable[Carries] = (),
        text: str | None = None,
        detail: str | None = None,
    ) -> None:
        """The row of a block, after a row for each of its lines that no reader acts on."""
        for aside in chunk.event.asides:
            self._add_aside(chunk.body, aside)
        if chunk.event.index is None:
            return
        self.events += 1
        start = chunk.place.span.start
        self.texts.append(EventText(start, lambda: chunk.event.layer(chunk.body)))
        number = self.chunks if chunk.counts else None
        self.chunks += chunk.counts
        carried = tuple(carries)
        self.rows.append(
            Row(
                len(self.rows),
                chunk.event.name,
                number,
                _kind(chunk, carried),
                carried,
                text,
                chunk.event.size,
                chunk.place,
                detail or "",
            )
        )

    def _add_aside(self, body: Layer[Any], aside: Aside) -> None:
        kind: RowKind = "comment" if not aside.name else "other"
        if aside.name == "error":
            kind = "error"
        place = Place(body, aside.span)
        text = aside.value if not aside.name else f"{aside.name}: {aside.value}"
        self.rows.append(Row(len(self.rows), None, None, kind, (), text, 0, place))


def _kind(chunk: Chunk, carries: tuple[Carries, ...]) -> RowKind:
    """The first kind that applies, in the order of `ROW_KINDS`."""
    applies: set[str] = {*carries}
    if chunk.is_error:
        applies.add("error")
    if chunk.is_ping:
        applies.add("ping")
    if chunk.is_done:
        applies.add("done")
    return next((kind for kind in ROW_KINDS if kind in applies), "other")
