"""Bedrock's agents
(https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_ResponseStream.html):
frames with plain text in base64, with traces and with citations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import listed, mapping, text

_NAMES = frozenset({"trace", "citation", "output", "returnControl", "files", "guardrail"})

_CITED = ("generatedResponsePart", "retrievedReferences")


class AgentReading(Reading):
    """Joins the texts. No frame says that it is the last: all is there if no frame is cut."""

    @property
    def finished(self) -> bool:
        """Whether the last frame is whole, and none an exception."""
        return bool(self.chunks) and self.chunks[-1].event.terminated and not self.failed

    def unpacked(self, chunk: Chunk) -> Chunk:
        """The text in the frame."""
        part = chunk.unpacked(chunk.value.get("bytes"), "bytes")
        return chunk if part is None else chunk.within(part)

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the frame's name."""
        choice = self.choice()
        part = chunk.unpacked(value.get("bytes"), "bytes")
        if part is not None and part[0]:
            yield choice.say("text", part)
        if more := text(mapping(value, "output"), "text"):
            yield choice.say("text", chunk.part(more, "output", "text"))
        elif chunk.event.name == "output" and (more := text(value, "text")):
            yield choice.say("text", chunk.part(more, "text"))
        for holder in (value, mapping(value, "attribution")):
            choice.citations += (one for _, one in listed(holder, "citations"))
        choice.citations += _cited(value)


def _cited(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a frame cites: its own members, which its deprecated `citation` repeats."""
    own = {name: value[name] for name in _CITED if name in value}
    if found := own or mapping(value, "citation"):
        yield found


class _Whole(AgentReading):
    """The only output."""

    streamed = False


class BedrockAgent(Provider):
    """Agents and knowledge bases."""

    name = "bedrock-agent"
    about = "Agents and knowledge bases: Bedrock"
    kinds = frozenset({"eventstream"})
    reading = AgentReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the names of its frames, or by plain text in base64."""
        if chunk.event.name in _NAMES:
            return Offer(Bid.LIKELY, f"a frame is called {chunk.event.name}")
        if chunk.event.name == "chunk" and chunk.unpacked(chunk.value.get("bytes"), "bytes"):
            return Offer(Bid.LIKELY, "its frames hold text in base64")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the text of its output and the citations beside it."""
        if text(mapping(value, "output"), "text") and "citations" in value:
            return Offer(Bid.LIKELY, "its output has a text and citations")
        return None


STREAM = BedrockAgent()
