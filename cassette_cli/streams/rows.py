"""The rows of a stream: one an event, one a line that no reader acts on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cassette_cli.model.event import DAMAGE, Aside
from cassette_cli.model.stream import ROW_KINDS, Carries, EventText, Row, RowKind
from cassette_cli.source.layer import Layer, Place
from cassette_cli.streams.chunk import Chunk


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
        place = chunk.place
        self.texts.append(EventText(place.span.start, lambda: chunk.text, chunk.json))
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
                place,
                detail or "",
            )
        )

    def _add_aside(self, body: Layer[Any], aside: Aside) -> None:
        kind: RowKind = "comment" if not aside.name else "other"
        if aside.name in ("error", DAMAGE):
            kind = "error"
        place = Place(body, aside.span)
        bare = aside.name in ("", DAMAGE)
        text = aside.value if bare else f"{aside.name}: {aside.value}"
        self.rows.append(Row(len(self.rows), None, None, kind, (), text, 0, place))


def _kind(chunk: Chunk, carries: tuple[Carries, ...]) -> RowKind:
    """The first kind that applies, in the order of `ROW_KINDS`."""
    if chunk.counts and len(carries) == 1:
        return carries[0]
    applies: set[str] = {*carries}
    if chunk.is_error:
        applies.add("error")
    if chunk.is_ping:
        applies.add("ping")
    if chunk.is_done:
        applies.add("done")
    return next((kind for kind in ROW_KINDS if kind in applies), "other")
