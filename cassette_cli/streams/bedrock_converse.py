"""Bedrock's ConverseStream
(https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html)."""

from __future__ import annotations

from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.converse_reading import EVENTS, ConverseReading, WholeConverse
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.values import mapping


class BedrockConverse(Provider):
    """Conversations."""

    name = "bedrock-converse"
    about = "Conversations: Bedrock"
    kinds = frozenset({"eventstream"})
    reading = ConverseReading
    whole = WholeConverse

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the names of its frames."""
        name = chunk.event.name
        if name in EVENTS and name != "metadata":
            return Offer(Bid.SURE, f"a frame is called {name}")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the message of its output."""
        if mapping(value, "output", "message") and "stopReason" in value:
            return Offer(Bid.SURE, "its output is a message")
        return None


STREAM = BedrockConverse()
