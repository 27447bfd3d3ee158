"""Ollama's completions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.ollama_lines import LineReading
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.values import text


class GenerateReading(LineReading):
    """Joins the responses of the lines."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The response of a line, then what the last one adds."""
        choice = self.choice()
        if more := text(value, "thinking"):
            yield choice.say("reasoning", chunk.part(more, "thinking"))
        if more := text(value, "response"):
            yield choice.say("text", chunk.part(more, "response"))
        yield from self.last(chunk, value)


class _Whole(GenerateReading):
    """The only response."""

    streamed = False


class OllamaGenerate(Provider):
    """Completions."""

    name = "ollama-generate"
    about = "Completions: Ollama"
    reading = GenerateReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By a response and `done` beside it."""
        return self.knows_whole(chunk.value)

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """The same: an answer is a stream's only line."""
        if isinstance(value.get("response"), str) and isinstance(value.get("done"), bool):
            return Offer(Bid.SURE, "it has a response and done")
        return None


STREAM = OllamaGenerate()
