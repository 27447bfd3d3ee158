"""Reads the events of Anthropic's messages, wherever they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.source.layer import Layer
from cassette_cli.streams.anthropic_blocks import Blocks
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import complaint, listed, mapping, number, text


class MessagesReading(Reading):
    """Joins the deltas of every content block."""

    terminator = "message_stop"

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self.blocks = Blocks(self.choice(), streamed=self.streamed)

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's type."""
        match value.get("type"):
            case "message_start":
                yield from self._start(chunk, mapping(value, "message"))
            case "content_block_start":
                block, index = mapping(value, "content_block"), number(value, "index")
                self.continuity.numbered("content blocks", value.get("index"), chunk)
                yield from self.blocks.start(chunk, index, block, "content_block")
            case "content_block_delta":
                yield from self.blocks.delta(chunk, number(value, "index"), mapping(value, "delta"))
            case "message_delta":
                yield from self._ends(mapping(value, "delta"), value)
            case "message_stop":
                self.ended = True
            case "error":
                yield "error", complaint(value)

    def detail(self, chunk: Chunk) -> str:
        """The type, where the event's name is another."""
        kind = text(chunk.value, "type")
        return "" if kind == chunk.event.name else kind

    def _start(self, chunk: Chunk, message: dict[str, Any]) -> Iterator[Saying]:
        self.identify(chunk, message.get("id"), message.get("model"))
        if message.get("role"):
            yield "role", ""
        for index, block in listed(message, "content"):
            yield from self.blocks.start(chunk, index, block, "message", "content", index)
        yield from self._ends(message, message)

    def _ends(self, value: dict[str, Any], holder: dict[str, Any]) -> Iterator[Saying]:
        """The stop reason, and the usage: what comes later overwrites, it is never added."""
        if value.get("stop_reason"):
            yield self.choice().ends(value["stop_reason"])
        if usage := mapping(holder, "usage"):
            known = self.usage or {}
            later = {
                name: one for name, one in usage.items() if one is not None or name not in known
            }
            yield self.uses(known | later)


class WholeMessage(MessagesReading):
    """The blocks of a message."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The message itself."""
        self.identify(chunk, value.get("id"), value.get("model"))
        for index, block in listed(value, "content"):
            yield from self.blocks.start(chunk, index, block, "content", index)
        yield from self._ends(value, value)
