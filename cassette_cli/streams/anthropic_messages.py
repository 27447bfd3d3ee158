"""Anthropic's messages (https://docs.anthropic.com/en/docs/build-with-claude/streaming), as they
come from Anthropic itself, through Vertex and, one in a frame, through Bedrock."""

from __future__ import annotations

from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.anthropic_reading import MessagesReading, WholeMessage
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.values import text

_TYPES = frozenset({
    "message_start", "content_block_start", "content_block_delta", "content_block_stop",
    "message_delta", "message_stop",
})  # fmt: skip


class AnthropicMessages(Provider):
    """Messages."""

    name = "anthropic-messages"
    about = "Messages: Anthropic, also through Vertex"
    reading = MessagesReading
    whole = WholeMessage

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the types of its events."""
        kind = text(chunk.value, "type")
        if kind == "message_start" and "message" in chunk.value:
            return Offer(Bid.SURE, "a message_start opens it")
        if kind in _TYPES:
            return Offer(Bid.LIKELY, f"a chunk's type is {kind}")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By its type, and the blocks of its content."""
        if value.get("type") == "message" and isinstance(value.get("content"), list):
            return Offer(Bid.SURE, "its type is message")
        return None


STREAM = AnthropicMessages()
