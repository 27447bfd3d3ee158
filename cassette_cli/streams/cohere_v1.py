"""Version 1 of Cohere's chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, text

EVENTS = frozenset({
    "stream-start", "text-generation", "tool-calls-generation", "tool-calls-chunk",
    "citation-generation", "search-queries-generation", "search-results", "stream-end",
})  # fmt: skip


class OldReading(Reading):
    """Joins the generated texts."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's type."""
        match value.get("event_type"):
            case "text-generation" if more := text(value, "text"):
                yield self.choice().say("text", chunk.part(more, "text"))
            case "tool-calls-generation":
                yield from self._calls(chunk, value, ())
            case "citation-generation":
                self.choice().citations += (one for _, one in listed(value, "citations"))
            case "stream-end":
                yield from self._end(chunk, value)

    def response(self, chunk: Chunk, value: dict[str, Any], route: Route) -> Iterator[Saying]:
        """An answer in one piece: what its stream would have added up to."""
        if more := text(value, "text"):
            yield self.choice().say("text", chunk.part(more, *route, "text"))
        yield from self._calls(chunk, value, route)
        self.choice().citations += (one for _, one in listed(value, "citations"))
        if value.get("finish_reason"):
            yield self.choice().ends(value["finish_reason"])
        yield from self._usage(value)

    def _end(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The last event repeats the whole response."""
        response = mapping(value, "response")
        if not self.choice().calls:
            yield from self._calls(chunk, response, ("response",))
        if value.get("finish_reason"):
            yield self.choice().ends(value["finish_reason"])
        yield from self._usage(response)

    def _usage(self, value: dict[str, Any]) -> Iterator[Saying]:
        if usage := mapping(value, "meta", "tokens"):
            yield self.uses(usage)

    def _calls(self, chunk: Chunk, value: dict[str, Any], route: Route) -> Iterator[Saying]:
        for at, tool in listed(value, "tool_calls"):
            call = self.choice().begin(tool.get("id"), tool.get("name"))
            where = (*route, "tool_calls", at, "parameters")
            added = call.add(arguments(chunk, tool.get("parameters"), *where))
            yield "tool_call", (call.name or "") + added
