"""OpenAI's chat completions stream, and the many that speak it.

https://platform.openai.com/docs/api-reference/chat-streaming: chunks with
`object: chat.completion.chunk` whose `choices[].delta` add up to `choices[].message`.
"""

from __future__ import annotations

from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.chat_reading import ChatReading, WholeChat
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.values import listed


class OpenAIChat(Provider):
    """Chat completions."""

    name = "openai-chat"
    about = (
        "Chat completions: OpenAI, Azure, xAI, Groq, DeepSeek, Mistral, OpenRouter and many others"
    )
    reading = ChatReading
    whole = WholeChat

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the object's name, else by choices that hold a delta."""
        if chunk.value.get("object") == "chat.completion.chunk":
            return Offer(Bid.SURE, "a chunk's object is chat.completion.chunk")
        if any("delta" in choice for _, choice in listed(chunk.value, "choices")):
            return Offer(Bid.LIKELY, "a chunk's choices have a delta")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By choices that hold a message."""
        if any("message" in choice for _, choice in listed(value, "choices")):
            return Offer(Bid.SURE, "its choices have a message")
        return None


STREAM = OpenAIChat()
