"""The content blocks of Anthropic's messages: text, thinking, and tools of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Call, Choice, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, text

_SERVER = ("server_tool_use", "mcp_tool_use")


class Blocks:
    """The blocks of one message by their number."""

    def __init__(self, choice: Choice, *, streamed: bool = True) -> None:
        self.choice = choice
        self._streamed = streamed
        self._calls: dict[int, Call] = {}

    def start(
        self, chunk: Chunk, index: int, value: dict[str, Any], *route: str | int
    ) -> Iterator[Saying]:
        """A block that begins, or is all there: what it holds already."""
        match value.get("type"):
            case "text":
                yield from self._say("text", chunk, index, value, "text", route)
                self.choice.citations += (one for _, one in listed(value, "citations"))
            case "thinking":
                yield from self._say("reasoning", chunk, index, value, "thinking", route)
            case "tool_use" | "server_tool_use" | "mcp_tool_use" as kind:
                yield "tool_call", self._call(chunk, index, value, kind, route)

    def delta(self, chunk: Chunk, index: int, value: dict[str, Any]) -> Iterator[Saying]:
        """What is added to a block."""
        match value.get("type"):
            case "text_delta":
                yield from self._say("text", chunk, index, value, "text", ("delta",))
            case "thinking_delta":
                yield from self._say("reasoning", chunk, index, value, "thinking", ("delta",))
            case "input_json_delta":
                if index not in self._calls:
                    self._calls[index] = self.choice.begin(None, None, (index,))
                more = arguments(chunk, text(value, "partial_json"), "delta", "partial_json")
                yield "tool_call", self._calls[index].add(more)
            case "citations_delta":
                self.choice.citations += filter(None, [mapping(value, "citation")])

    def _say(
        self, kind: Any, chunk: Chunk, index: int, value: dict[str, Any], name: str, route: Route
    ) -> Iterator[Saying]:
        if more := text(value, name):
            yield self.choice.say(kind, chunk.part(more, *route, name), (index,))

    def _call(
        self, chunk: Chunk, index: int, value: dict[str, Any], kind: str, route: Route
    ) -> str:
        """A call: its input is empty where deltas follow."""
        call = self.choice.begin(
            value.get("id"), value.get("name"), (index,), by_server=kind in _SERVER
        )
        self._calls[index] = call
        added = ""
        if value.get("input") or not self._streamed:
            added = call.add(arguments(chunk, value.get("input"), *route, "input"))
        return (call.name or "") + added
