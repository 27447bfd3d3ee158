"""What a stream protocol's file provides, and the choice between protocols."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from cassette_cli.model.bid import Offer, best
from cassette_cli.model.cassette import Message
from cassette_cli.model.stream import Stream
from cassette_cli.plugins import load
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, chunks, decoded
from cassette_cli.streams.pieces import elements, whole

_LIST_MARK = '"candidates"'
"""In every JSON list that is a stream: only Gemini streams that way."""


class StreamProtocol(Protocol):
    """One provider's way to stream. A module of this package that defines `STREAM` is one."""

    name: str
    about: str
    """What it is and who speaks it: a phrase for the README's table."""

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """How sure it is that these chunks are its own, in a body of this kind: `sse`, `ndjson`,
        `eventstream`, or `json` for the elements of a list."""
        ...

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """The stream; what it does not understand becomes a row, never an error."""
        ...

    def bid_answer(self, value: dict[str, Any]) -> Offer:
        """How sure it is that an object is its answer in one piece."""
        ...

    def read_answer(self, chunk: Chunk, because: str) -> Stream:
        """The answer as a stream of one chunk."""
        ...


def protocols() -> tuple[StreamProtocol, ...]:
    """Every protocol there is."""
    return load("streams", "STREAM")


def read_stream(message: Message) -> Stream | None:
    """The stream in a message's body, or None where the body is no stream."""
    body = message.body
    events, framed = body.events() or elements(body, _LIST_MARK), body.framed
    if events is None or framed is None:
        return None
    read = list(chunks(framed, events))
    winner = best((protocol, protocol.bid(read, body.kind)) for protocol in protocols())
    if winner is None:
        return None
    protocol, offer = winner
    return protocol.read(framed, read, offer.because)


def read_answer(message: Message) -> Stream | None:
    """The answer of a model that a JSON body holds in one piece; None where it is none."""
    text = message.body.text
    if message.body.kind != "json" or text is None or message.stream is not None:
        return None
    chunk = Chunk(text, whole(text.value), decoded(text.value.removeprefix("\ufeff")))
    winner = best((one, one.bid_answer(chunk.value)) for one in protocols() if chunk.value)
    return winner[0].read_answer(chunk, winner[1].because) if winner is not None else None
