"""Gemini's interactions (https://ai.google.dev/api/interactions-api); the names of their events
changed from `content.delta` to `step.delta`, and are read alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import complaint, listed, mapping, number, text

_PREFIXES = ("interaction.", "step.", "content.")


class InteractionReading(Reading):
    """Joins the deltas of every step."""

    terminator = "[DONE]"

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's type."""
        index = number(value, "index")
        self.continuity.numbered("steps", value.get("index"), chunk)
        match text(value, "event_type"):
            case "step.delta" | "content.delta":
                yield from self.content(chunk, mapping(value, "delta"), index, "delta")
            case "step.start":
                yield from self.content(chunk, mapping(value, "step"), index, "step")
            case "content.start":
                yield from self.content(chunk, mapping(value, "content"), index, "content")
            case "error":
                yield "error", complaint(value)
            case _:
                yield from self.state(chunk, mapping(value, "interaction"))

    def content(
        self, chunk: Chunk, value: dict[str, Any], index: int, *route: str | int
    ) -> Iterator[Saying]:
        """A piece of what was generated."""
        choice = self.choice()
        match value.get("type"):
            case "text" if more := text(value, "text"):
                yield choice.say("text", chunk.part(more, *route, "text"), (index,))
            case "thought_summary" if more := text(mapping(value, "content"), "text"):
                part = chunk.part(more, *route, "content", "text")
                yield choice.say("reasoning", part, (index,))
            case "function_call":
                call = choice.call(index, value.get("id"), value.get("name"), (index,))
                name = call.known_as(value.get("id"), value.get("name"))
                more = call.add(arguments(chunk, value.get("arguments"), *route, "arguments"))
                yield "tool_call", name + more
        choice.citations += (one for _, one in listed(value, "annotations"))

    def state(self, chunk: Chunk, value: dict[str, Any], *route: str | int) -> Iterator[Saying]:
        """The interaction as it is now: at its end with its status and its usage."""
        self.identify(chunk, value.get("id"), value.get("model"))
        for name in ("outputs", "steps"):
            for at, output in listed(value, name):
                yield from self._output(chunk, output, at, (*route, name, at))
        usage = mapping(value, "usage")
        if value.get("status") not in (None, "", "in_progress"):
            yield self.choice().ends(value["status"])
        if usage:
            yield self.uses(usage)

    def _output(
        self, chunk: Chunk, value: dict[str, Any], index: int, route: Route
    ) -> Iterator[Saying]:
        """An output of an answer in one piece, which may hold a list of contents."""
        if not self.streamed:
            yield from self.content(chunk, value, index, *route)
            for name in ("content", "summary"):
                for at, inner in listed(value, name):
                    yield from self.content(chunk, inner, index, *route, name, at)


class _Whole(InteractionReading):
    """The outputs of an interaction."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The interaction itself."""
        yield from self.state(chunk, value)


class GeminiInteractions(Provider):
    """Interactions."""

    name = "gemini-interactions"
    about = "Interactions: Gemini"
    reading = InteractionReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the types of its events."""
        kind = text(chunk.value, "event_type")
        if kind.startswith(_PREFIXES):
            return Offer(Bid.SURE, "the types of its chunks are those of interactions")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By its object."""
        if value.get("object") == "interaction":
            return Offer(Bid.SURE, "its object is interaction")
        return None


STREAM = GeminiInteractions()
