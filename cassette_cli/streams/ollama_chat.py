"""Ollama's chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.ollama_lines import LineReading
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, text


class ChatReading(LineReading):
    """Joins the messages of the lines."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The message of a line, then what the last one adds."""
        choice, message = self.choice(), mapping(value, "message")
        if message.get("role"):
            yield "role", ""
        if more := text(message, "thinking"):
            yield choice.say("reasoning", chunk.part(more, "message", "thinking"))
        if more := text(message, "content"):
            yield choice.say("text", chunk.part(more, "message", "content"))
        for at, tool in listed(message, "tool_calls"):
            function = mapping(tool, "function")
            call = choice.begin(tool.get("id"), function.get("name"))
            route = ("message", "tool_calls", at, "function", "arguments")
            added = call.add(arguments(chunk, function.get("arguments"), *route))
            yield "tool_call", (call.name or "") + added
        yield from self.last(chunk, value)


class _Whole(ChatReading):
    """The only message."""

    streamed = False


class OllamaChat(Provider):
    """Chats."""

    name = "ollama-chat"
    about = "Chats: Ollama"
    reading = ChatReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By a message and `done` beside it."""
        return self.knows_whole(chunk.value)

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """The same: an answer is a stream's only line."""
        if mapping(value, "message") and isinstance(value.get("done"), bool):
            return Offer(Bid.SURE, "it has a message and done")
        return None


STREAM = OllamaChat()
