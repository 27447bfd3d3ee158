"""An event stream of no known provider: its events as they are."""

from __future__ import annotations

from collections.abc import Sequence

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import Stream
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, Rows


class GenericSse:
    """Server-sent events whose data nobody here knows how to join."""

    name = "sse"

    def bid(self, chunks: Sequence[Chunk]) -> Offer:
        """Always ready, never eager."""
        return Offer(Bid.MAYBE, "its events are of no known provider")

    def read(self, body: Layer[str], chunks: Sequence[Chunk], because: str) -> Stream:
        """Rows with their data as text; complete when a blank line ended the last event."""
        rows = Rows()
        for chunk in chunks:
            rows.add(chunk, (), chunk.data)
        complete = bool(chunks) and chunks[-1].event.terminated
        return Stream(
            self.name,
            because,
            rows.events,
            rows.chunks,
            complete,
            (),
            tuple(rows.rows),
            (),
            tuple(rows.texts),
        )


STREAM = GenericSse()
