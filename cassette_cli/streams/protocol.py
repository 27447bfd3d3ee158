"""What a stream protocol's file provides, and the choice between protocols."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from cassette_cli.model.bid import Offer, best
from cassette_cli.model.cassette import Message
from cassette_cli.model.stream import Stream
from cassette_cli.plugins import load
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, chunks


class StreamProtocol(Protocol):
    """One provider's way to stream. A module of this package that defines `STREAM` is one."""

    name: str

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """How sure it is that these chunks are its own, in a body of this kind: `sse`, `ndjson`
        or `eventstream`."""
        ...

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """The stream; what it does not understand becomes a row, never an error."""
        ...


def protocols() -> tuple[StreamProtocol, ...]:
    """Every protocol there is."""
    return load("streams", "STREAM")


def read_stream(message: Message) -> Stream | None:
    """The stream in a message's body, or None where the body is no stream."""
    body = message.body
    events, framed = body.events(), body.framed
    if events is None or framed is None:
        return None
    read: list[Chunk] = list(chunks(framed, events))
    winner = best((protocol, protocol.bid(read, body.kind)) for protocol in protocols())
    assert winner is not None, "for each kind of stream one always bids"
    protocol, offer = winner
    return protocol.read(framed, read, offer.because)
