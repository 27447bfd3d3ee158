"""Reads the chunks of chat completions, whoever speaks them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.openai_delta import Delta, add_delta
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import complaint, listed, mapping, number

_LAST_OBJECT = "chat.completion.done"
"""Perplexity ends with a chunk of this object and sends no `[DONE]`."""


class ChatReading(Reading):
    """Joins the deltas of every choice."""

    terminator = "[DONE]"
    said_in = "delta"

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """Each choice, then usage and errors."""
        self.identify(chunk, value.get("id"), value.get("model"))
        self.ended = self.ended or value.get("object") == _LAST_OBJECT
        for position, choice in listed(value, "choices"):
            yield from self._choice(chunk, position, choice)
        if (usage := _usage(value)) is not None:
            yield self.uses(usage)
        self.cites(value.get("citations"), value.get("search_results"))
        if value.get("error"):
            yield "error", complaint(value["error"])

    def _choice(self, chunk: Chunk, position: int, value: dict[str, Any]) -> Iterator[Saying]:
        choice = self.choice(number(value, "index", position))
        said = mapping(value, self.said_in)
        for _, call in listed(said, "tool_calls"):
            self.continuity.numbered("tool calls", call.get("index"), chunk)
        yield from add_delta(Delta(chunk, ("choices", position, self.said_in), said), choice)
        finish = value.get("finish_reason")
        if finish not in (None, ""):
            yield choice.ends(finish)


class WholeChat(ChatReading):
    """The messages of every choice."""

    streamed = False
    said_in = "message"


def _usage(value: dict[str, Any]) -> dict[str, Any] | None:
    """The chunk's usage, or Groq's below `x_groq`."""
    usage = value.get("usage")
    if usage is None:
        usage = mapping(value, "x_groq").get("usage")
    return usage if isinstance(usage, dict) else None
