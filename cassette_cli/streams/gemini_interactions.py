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
                yield from self._output(chunk, mapping(value, "step"), index, ("step",))
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
            case str() as kind if kind.endswith("_call") or kind == "arguments_delta":
                yield "tool_call", self._call(chunk, value, index, kind, route)
        choice.citations += (one for _, one in listed(value, "annotations"))

    def _call(
        self, chunk: Chunk, value: dict[str, Any], index: int, kind: str, route: Route
    ) -> str:
        """A call, or more of its arguments: an object, once, or a text in deltas after an empty
        one. All tools but functions are run by the provider."""
        call = self.choice().call(index, value.get("id"), value.get("name"), (index,))
        title, held = value.get("name"), value.get("arguments")
        if kind.endswith("_call") and kind != "function_call":
            call.by_server, title = True, title or kind
        name = call.known_as(value.get("id"), title)
        starts = self.streamed and route in (("step",), ("content",))
        if isinstance(held, dict) and (call.arguments or (starts and not held)):
            return name
        return name + call.add(arguments(chunk, held, *route, "arguments"))

    def state(self, chunk: Chunk, value: dict[str, Any], *route: str | int) -> Iterator[Saying]:
        """The interaction as it is now: at its end with its status and its usage."""
        self.identify(chunk, value.get("id"), value.get("model"))
        for name in () if self.streamed else ("outputs", "steps"):
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
        """A step, which may hold contents; those of a summary are thoughts."""
        yield from self.content(chunk, value, index, *route)
        for at, inner in listed(value, "content"):
            yield from self.content(chunk, inner, index, *route, "content", at)
        for at, inner in listed(value, "summary"):
            if inner.get("type") == "text" and (more := text(inner, "text")):
                part = chunk.part(more, *route, "summary", at, "text")
                yield self.choice().say("reasoning", part, (index,))
            else:
                yield from self.content(chunk, inner, index, *route, "summary", at)


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
