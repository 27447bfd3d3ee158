"""Streams of no known provider: their events as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import Stream
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading


class EventReading(Reading):
    """Adds up to nothing; all is there when the last event is."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """Nothing."""
        del chunk, value
        yield from ()

    def other(self, chunk: Chunk) -> Iterator[Saying]:
        """Nothing: an event may hold what it likes."""
        del chunk
        yield from ()

    def row_text(self, chunk: Chunk, said: str | None) -> str | None:
        """The data as it is."""
        del said
        return chunk.data

    def note_missing(self) -> None:
        """Nothing: what ends such a stream is not known."""

    @property
    def finished(self) -> bool:
        """Whether the last event is whole."""
        return bool(self.chunks) and self.chunks[-1].event.terminated


class Generic:
    """Events that nobody here knows how to join, in bodies of one kind, after which it is named."""

    def __init__(self, name: str, about: str) -> None:
        self.name = name
        self.about = about

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """Always ready for its kind, never eager."""
        del chunks
        if kind != self.name:
            return Offer(Bid.NO, "a body of another kind")
        return Offer(Bid.MAYBE, "its events are of no known provider")

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """Rows with their data as text."""
        return EventReading(body, chunks).read(self.name, because)

    def bid_answer(self, value: dict[str, Any]) -> Offer:
        """Never: what is no stream is shown as the body it is."""
        del value
        return Offer(Bid.NO, "no stream")

    def read_answer(self, chunk: Chunk, because: str) -> Stream:
        """A stream of one event."""
        return self.read(chunk.body, [chunk], because)
