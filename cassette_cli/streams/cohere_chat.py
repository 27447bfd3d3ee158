"""Cohere's chat: version 2 (https://docs.cohere.com/v2/docs/streaming) and the older version 1
(https://docs.cohere.com/v1/docs/streaming), whose events are JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.cohere_v1 import EVENTS, OldReading
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, number, text

_TYPES = frozenset({
    "message-start", "content-start", "content-delta", "content-end", "tool-plan-delta",
    "tool-call-start", "tool-call-delta", "tool-call-end", "citation-start", "citation-end",
    "message-end",
})  # fmt: skip


class ChatReading(OldReading):
    """Joins the deltas of content and tool calls, of either version."""

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's type."""
        if "event_type" in value:
            yield from super().says(chunk, value)
            return
        self.identify(chunk, value.get("id"), None)
        index, message = number(value, "index"), mapping(value, "delta", "message")
        match value.get("type"):
            case "message-start" if message.get("role"):
                yield "role", ""
            case "content-start" | "content-delta":
                self.continuity.numbered("blocks", value.get("index"), chunk)
                content = mapping(message, "content")
                route = ("delta", "message", "content")
                yield from self.content(chunk, content, index, route)
            case "tool-call-start" | "tool-call-delta":
                self.continuity.numbered("blocks", value.get("index"), chunk)
                yield self._call(chunk, index, mapping(message, "tool_calls"))
            case "citation-start":
                self.choice().citations += filter(None, [mapping(message, "citations")])
            case "message-end":
                yield from self.ends(mapping(value, "delta"))

    def detail(self, chunk: Chunk) -> str:
        """What is neither text nor reasoning: the plan for tools."""
        plan = text(mapping(chunk.value, "delta", "message"), "tool_plan")
        return plan or text(chunk.value, "text")

    def content(
        self, chunk: Chunk, value: dict[str, Any], index: int, route: Route
    ) -> Iterator[Saying]:
        """Text or thinking of a block."""
        if more := text(value, "text"):
            yield self.choice().say("text", chunk.part(more, *route, "text"), (index,))
        if more := text(value, "thinking"):
            yield self.choice().say("reasoning", chunk.part(more, *route, "thinking"), (index,))

    def ends(self, value: dict[str, Any]) -> Iterator[Saying]:
        """The finish reason and the usage, and an error where there was one."""
        if value.get("finish_reason"):
            yield self.choice().ends(value["finish_reason"])
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
        if complaint := text(value, "error"):
            yield "error", complaint

    def _call(self, chunk: Chunk, index: int, value: dict[str, Any]) -> Saying:
        function = mapping(value, "function")
        call = self.choice().call(index, value.get("id"), function.get("name"), (index,))
        name = call.known_as(value.get("id"), function.get("name"))
        route = ("delta", "message", "tool_calls", "function", "arguments")
        return "tool_call", name + call.add(arguments(chunk, function.get("arguments"), *route))


class _Whole(ChatReading):
    """The content of a message."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """Version 2 has a message, version 1 a text."""
        message = mapping(value, "message")
        if not message:
            yield from self.response(chunk, value, ())
            return
        for index, block in listed(message, "content"):
            yield from self.content(chunk, block, index, ("message", "content", index))
        for index, tool in listed(message, "tool_calls"):
            yield self._whole_call(chunk, index, tool)
        self.choice().citations += (one for _, one in listed(message, "citations"))
        yield from self.ends(value)

    def _whole_call(self, chunk: Chunk, index: int, value: dict[str, Any]) -> Saying:
        function = mapping(value, "function")
        call = self.choice().begin(value.get("id"), function.get("name"), (index,))
        route = ("message", "tool_calls", index, "function", "arguments")
        added = call.add(arguments(chunk, function.get("arguments"), *route))
        return "tool_call", (call.name or "") + added


class CohereChat(Provider):
    """Chats of both versions."""

    name = "cohere-chat"
    about = "Chats: Cohere, version 2 and version 1"
    reading = ChatReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the types of its events."""
        kind, old = text(chunk.value, "type"), text(chunk.value, "event_type")
        for one, known in ((kind, _TYPES), (old, EVENTS)):
            if one in known:
                return Offer(Bid.SURE, f"an event's type is {one}")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the finish reason beside the message, or beside a text with its generation's id."""
        if mapping(value, "message") and "finish_reason" in value and "done" not in value:
            return Offer(Bid.LIKELY, "it has a message and a finish_reason")
        if "generation_id" in value and isinstance(value.get("text"), str):
            return Offer(Bid.LIKELY, "it has a text and a generation_id")
        return None


STREAM = CohereChat()
