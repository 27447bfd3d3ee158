"""Reads the events of Bedrock's conversations, which Nova sends to whoever invokes it as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Call, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, number, text

EVENTS = frozenset({
    "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop",
    "metadata",
})  # fmt: skip


class ConverseReading(Reading):
    """Joins the deltas of every content block."""

    terminator = "metadata"

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self._calls: dict[int, Call] = {}

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's name; Nova's chunks have it for their only key."""
        name = chunk.event.name or ""
        if name in EVENTS:
            yield from self._event(chunk, name, value, ())
            return
        for key in (one for one in value if one in EVENTS):
            yield from self._event(chunk, key, mapping(value, key), (key,))

    def _event(
        self, chunk: Chunk, name: str, value: dict[str, Any], route: Route
    ) -> Iterator[Saying]:
        index = number(value, "contentBlockIndex")
        self.continuity.numbered("content blocks", value.get("contentBlockIndex"), chunk)
        match name:
            case "messageStart":
                yield "role", ""
            case "contentBlockStart":
                below = (*route, "start", "toolUse")
                yield from self._tool(chunk, index, mapping(value, "start", "toolUse"), below)
            case "contentBlockDelta":
                yield from self._delta(chunk, index, mapping(value, "delta"), (*route, "delta"))
            case "messageStop" if value.get("stopReason"):
                yield self.choice().ends(value["stopReason"])
            case "metadata":
                self.ended = True
                if usage := mapping(value, "usage"):
                    yield self.uses(usage)

    def _delta(
        self, chunk: Chunk, index: int, value: dict[str, Any], route: Route
    ) -> Iterator[Saying]:
        """Text, reasoning or more of a tool's input."""
        if more := text(value, "text"):
            yield self.choice().say("text", chunk.part(more, *route, "text"), (index,))
        inner, below = mapping(value, "reasoningContent"), (*route, "reasoningContent")
        if nested := mapping(inner, "reasoningText"):
            inner, below = nested, (*below, "reasoningText")
        if more := text(inner, "text"):
            yield self.choice().say("reasoning", chunk.part(more, *below, "text"), (index,))
        if tool := mapping(value, "toolUse"):
            yield from self._tool(chunk, index, tool, (*route, "toolUse"))
        self.choice().citations += filter(None, [mapping(value, "citation")])

    def _tool(
        self, chunk: Chunk, index: int, value: dict[str, Any], route: Route
    ) -> Iterator[Saying]:
        """A call that begins, or more of its input."""
        if not value:
            return
        call = self._calls.get(index)
        name = ""
        if call is None or value.get("toolUseId"):
            server = value.get("type") == "server_tool_use"
            call = self.choice().begin(
                value.get("toolUseId"), value.get("name"), (index,), by_server=server
            )
            self._calls[index], name = call, call.name or ""
        yield "tool_call", name + call.add(arguments(chunk, value.get("input"), *route, "input"))


class WholeConverse(ConverseReading):
    """The content of a message."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """Each block is what its deltas would add up to."""
        message = mapping(value, "output", "message")
        for index, block in listed(message, "content"):
            route = ("output", "message", "content", index)
            yield from self._delta(chunk, index, block, route)
        if value.get("stopReason"):
            yield self.choice().ends(value["stopReason"])
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
