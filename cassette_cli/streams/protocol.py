"""What a stream protocol's file provides, and the choice between protocols."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from cassette_cli.bodies.sse import Event, parse_events
from cassette_cli.model.bid import Offer, best
from cassette_cli.model.cassette import Message
from cassette_cli.model.stream import Stream
from cassette_cli.plugins import load
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, chunks


class StreamProtocol(Protocol):
    """One provider's way to stream. A module of this package that defines `STREAM` is one."""

    name: str

    def bid(self, chunks: Sequence[Chunk]) -> Offer:
        """How sure it is that these chunks are its own."""
        ...

    def read(self, body: Layer[str], chunks: Sequence[Chunk], because: str) -> Stream:
        """The stream; what it does not understand becomes a row, never an error."""
        ...


def protocols() -> tuple[StreamProtocol, ...]:
    """Every protocol there is."""
    return load("streams", "STREAM")


def read_stream(message: Message) -> Stream | None:
    """The stream in a message's body, or None where the body is no event stream."""
    body = message.body
    if body.kind != "sse" or body.text is None:
        return None
    events: list[Event] = parse_events(body.text.value)
    read: list[Chunk] = list(chunks(body.text, events))
    winner: Any = best((protocol, protocol.bid(read)) for protocol in protocols())
    protocol, offer = winner
    stream: Stream = protocol.read(body.text, read, offer.because)
    return stream
