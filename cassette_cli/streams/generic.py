"""Streams of no known provider: their events as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import Stream
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, Rows


class Generic:
    """Events that nobody here knows how to join, in bodies of one kind, after which it is named."""

    def __init__(self, name: str) -> None:
        self.name = name

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """Always ready for its kind, never eager."""
        if kind != self.name:
            return Offer(Bid.NO, "a body of another kind")
        return Offer(Bid.MAYBE, "its events are of no known provider")

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """Rows with their data as text; complete when the last event is."""
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
