"""Bedrock's InvokeModelWithResponseStream
(https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html):
each frame holds, in base64, a chunk in the model's own protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.layer import Layer
from cassette_cli.streams.anthropic_reading import MessagesReading
from cassette_cli.streams.bedrock_texts import TextReading
from cassette_cli.streams.chat_reading import ChatReading
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.converse_reading import EVENTS, ConverseReading
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import text


class InvokeReading(Reading):
    """Has the frames' contents read as what they are."""

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self._unpacked = {id(one): unpack(one) for one in chunks}
        first = next((one for one in self._unpacked.values() if one is not None), None)
        self.inner = _reader(first.value if first else {})(body, ())
        self.choices, self.problems = self.inner.choices, self.inner.problems
        self.continuity = self.inner.continuity
        self.terminator = self.inner.terminator

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """What the chunk in the frame carries."""
        del value
        inner = self._unpacked[id(chunk)]
        if inner is None:
            yield from self.other(chunk)
            return
        yield from self.inner.says(inner, inner.value)
        self.usage, self.model = self.inner.usage, self.inner.model
        self.ended = self.ended or self.inner.ended

    def unpacked(self, chunk: Chunk) -> Chunk:
        """The chunk in the frame."""
        return self._unpacked[id(chunk)] or chunk

    def detail(self, chunk: Chunk) -> str:
        """The type of the chunk in the frame."""
        inner = self._unpacked[id(chunk)]
        return text(inner.value, "type") if inner is not None else ""


def unpack(chunk: Chunk) -> Chunk | None:
    """The chunk in a frame; None where there is none."""
    part = chunk.unpacked(chunk.value.get("bytes"), "bytes")
    inner = chunk.within(part) if part is not None else None
    return inner if inner is not None and inner.value else None


def _reader(value: dict[str, Any]) -> type[Reading]:
    if EVENTS & value.keys():
        return ConverseReading
    if "choices" in value:
        return ChatReading
    return MessagesReading if "type" in value else TextReading


class BedrockInvoke(Provider):
    """Frames around what a model sends."""

    name = "bedrock-invoke"
    about = "Models invoked through Bedrock: Anthropic, Nova, Titan, Llama, Mistral"
    kinds = frozenset({"eventstream"})
    reading = InvokeReading
    whole = TextReading

    def knows(self, chunk: Chunk) -> Offer | None:
        """By JSON in base64."""
        if chunk.event.name == "chunk" and unpack(chunk) is not None:
            return Offer(Bid.SURE, "its frames hold JSON in base64")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the fields of the models that only Bedrock has."""
        if "inputTextTokenCount" in value and isinstance(value.get("results"), list):
            return Offer(Bid.SURE, "it is what Titan answers")
        if "generation" in value and "generation_token_count" in value:
            return Offer(Bid.SURE, "it is what Llama answers on Bedrock")
        return None


STREAM = BedrockInvoke()
