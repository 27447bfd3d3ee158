"""OpenAI's older completions, which continue a text
(https://platform.openai.com/docs/api-reference/completions)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.values import complaint, listed, mapping, number, text


class CompletionReading(Reading):
    """Joins the texts of every choice."""

    terminator = "[DONE]"

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The text of each choice, then usage and errors."""
        self.identify(chunk, value.get("id"), value.get("model"))
        for position, found in listed(value, "choices"):
            choice = self.choice(number(found, "index", position))
            if more := text(found, "text"):
                yield choice.say("text", chunk.part(more, "choices", position, "text"))
            if found.get("finish_reason") not in (None, ""):
                yield choice.ends(found["finish_reason"])
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
        if value.get("error"):
            yield "error", complaint(value["error"])


class _Whole(CompletionReading):
    """The texts of every choice."""

    streamed = False


class OpenAICompletions(Provider):
    """Text completions."""

    name = "openai-completions"
    about = "Completions of a text: OpenAI, llama.cpp, vLLM"
    reading = CompletionReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the object's name, else by choices with a text and no delta."""
        return self.knows_whole(chunk.value)

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """The same: a chunk is a completion of its own."""
        if value.get("object") == "text_completion":
            return Offer(Bid.SURE, "its object is text_completion")
        choices = [choice for _, choice in listed(value, "choices")]
        if any("text" in one and "delta" not in one and "message" not in one for one in choices):
            return Offer(Bid.LIKELY, "its choices have a text")
        return None


STREAM = OpenAICompletions()
