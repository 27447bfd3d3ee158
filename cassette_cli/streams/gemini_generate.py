"""Gemini's generateContent (https://ai.google.dev/api/generate-content), from Google AI and from
Vertex: events, or a JSON list of the same objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Choice, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import complaint, listed, mapping, number, text

_NO_REASON = (None, "", 0, "FINISH_REASON_UNSPECIFIED")


class GenerateReading(Reading):
    """Joins the parts of every candidate."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """Each candidate, then usage and what was blocked."""
        self.identify(chunk, value.get("responseId"), value.get("modelVersion"))
        for position, candidate in listed(value, "candidates"):
            choice = self.choice(number(candidate, "index", position))
            content = mapping(candidate, "content")
            if content.get("role"):
                yield "role", ""
            for at, part in listed(content, "parts"):
                route = ("candidates", position, "content", "parts", at)
                yield from _part(chunk, choice, part, route)
            yield from _ends(choice, candidate)
        if usage := mapping(value, "usageMetadata"):
            yield self.uses(usage)
        if reason := mapping(value, "promptFeedback").get("blockReason"):
            yield "error", f"blocked: {reason}"
        if value.get("error"):
            yield "error", complaint(value["error"])


def _part(chunk: Chunk, choice: Choice, part: dict[str, Any], route: Route) -> Iterator[Saying]:
    """A text, a thought, a call, or code that the provider ran."""
    if more := text(part, "text"):
        thought = part.get("thought") is True
        yield choice.say("reasoning" if thought else "text", chunk.part(more, *route, "text"))
    for name, held in (("functionCall", "args"), ("executableCode", "code"), ("toolCall", "args")):
        value = mapping(part, name)
        if not value:
            continue
        title = value.get("name") or value.get("toolType") or name
        call = choice.begin(value.get("id"), title, by_server=name != "functionCall")
        added = call.add(arguments(chunk, value.get(held), *route, name, held))
        yield "tool_call", (call.name or "") + added


def _ends(choice: Choice, candidate: dict[str, Any]) -> Iterator[Saying]:
    choice.citations += (one for _, one in listed(candidate.get("citationMetadata"), "citations"))
    for _, source in listed(candidate.get("groundingMetadata"), "groundingChunks"):
        choice.citations.append(source)
    if candidate.get("finishReason") not in _NO_REASON:
        yield choice.ends(candidate["finishReason"])


class _Whole(GenerateReading):
    """The same: every chunk is an answer of its own."""

    streamed = False


class GeminiGenerate(Provider):
    """Generated content."""

    name = "gemini-generate"
    about = "Generated content: Gemini and Vertex, as events or as a JSON list"
    kinds = frozenset({"sse", "ndjson", "json"})
    reading = GenerateReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By its candidates, or what stands in their place."""
        return self.knows_whole(chunk.value)

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """The same of an answer."""
        if isinstance(value.get("candidates"), list):
            return Offer(Bid.SURE, "it has candidates")
        if "usageMetadata" in value or "promptFeedback" in value:
            return Offer(Bid.LIKELY, "it has the metadata of generated content")
        return None


STREAM = GeminiGenerate()
