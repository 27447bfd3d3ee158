"""The output items of OpenAI's responses: messages, reasoning, and tools of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Call, Choice, Order, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, text

Kind = Literal["text", "reasoning", "refusal"]

_BY_CLIENT = frozenset({
    "function_call", "custom_tool_call", "computer_call", "local_shell_call", "shell_call",
    "apply_patch_call",
})  # fmt: skip
_BY_SERVER = frozenset({
    "web_search_call", "file_search_call", "code_interpreter_call", "image_generation_call",
    "mcp_call",
})  # fmt: skip
_INPUTS = ("arguments", "input", "action", "operation", "queries", "code")
"""Where a call holds what it is called with."""
_PARTS: dict[str, tuple[Kind, str]] = {
    "output_text": ("text", "text"),
    "refusal": ("refusal", "refusal"),
    "reasoning_text": ("reasoning", "text"),
    "summary_text": ("reasoning", "text"),
}


class Items:
    """The items of one response, by their number."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._calls: dict[int, Call] = {}

    def say(self, kind: Kind, chunk: Chunk, order: Order, *route: str | int) -> Iterator[Saying]:
        """A delta: the string at `route`."""
        if more := text(chunk.value, str(route[-1])):
            yield self.choice.say(kind, chunk.part(more, *route), order)

    def restate(self, kind: Kind, chunk: Chunk, order: Order, name: str) -> Iterator[Saying]:
        """A text in one piece, of which there may have been deltas."""
        if not getattr(self.choice, kind).has(order):
            yield from self.say(kind, chunk, order, name)

    def item(
        self, chunk: Chunk, index: int, value: dict[str, Any], *route: str | int
    ) -> Iterator[Saying]:
        """An item as it is now: what is new of it."""
        yield from self._tool(chunk, index, value, route)
        for place, name in enumerate(("summary", "content")):
            said = self._said((index, place))
            for at, part in listed(value, name):
                order = (index, place, at)
                yield from self._part(chunk, order, part, (*route, name, at), said)

    def final(self, chunk: Chunk, response: dict[str, Any]) -> Iterator[Saying]:
        """All items once more; of what came before, however it was numbered, nothing is new."""
        said = self._said(())
        for index, item in listed(response, "output"):
            route = ("response", "output", index)
            yield from self._tool(chunk, index, item, route)
            for place, name in enumerate(("summary", "content")):
                for at, part in listed(item, name):
                    order = (index, place, at)
                    yield from self._part(chunk, order, part, (*route, name, at), said)

    def _said(self, order: Order) -> frozenset[str]:
        """The kinds of texts of which something came of the block with this number."""
        kinds = {kind for kind, _ in _PARTS.values()}
        return frozenset(kind for kind in kinds if getattr(self.choice, kind).has(order))

    def more_arguments(self, chunk: Chunk, index: int, name: str = "delta") -> Iterator[Saying]:
        """A delta of a call's arguments."""
        if index not in self._calls:
            self._calls[index] = self.choice.begin(None, None, (index,))
        if more := text(chunk.value, name):
            yield "tool_call", self._calls[index].add(arguments(chunk, more, name))

    def restate_arguments(self, chunk: Chunk, index: int, name: str) -> Iterator[Saying]:
        """Arguments in one piece, of which there may have been deltas."""
        call = self._calls.get(index)
        if call is None or not call.arguments:
            yield from self.more_arguments(chunk, index, name)

    def _tool(
        self, chunk: Chunk, index: int, value: dict[str, Any], route: Route
    ) -> Iterator[Saying]:
        """A call, where the item is one: what is new of it."""
        kind = text(value, "type")
        if kind not in _BY_CLIENT and kind not in _BY_SERVER:
            return
        call_id = value.get("call_id") or value.get("id")
        known = next((one for one in self.choice.calls if call_id and one.id == call_id), None)
        call = known or self._calls.get(index)
        is_new = call is None
        if call is None:
            name = value.get("name") or kind
            call = self.choice.begin(call_id, name, (index,), by_server=kind in _BY_SERVER)
            self._calls[index] = call
        added = ""
        for name in _INPUTS:
            if not call.arguments and value.get(name):
                added += call.add(arguments(chunk, value[name], *route, name))
        if is_new or added:
            yield "tool_call", ((call.name or "") if is_new else "") + added

    def _part(
        self,
        chunk: Chunk,
        order: Order,
        value: dict[str, Any],
        route: Route,
        said: frozenset[str],
    ) -> Iterator[Saying]:
        kind, name = _PARTS.get(text(value, "type"), ("text", ""))
        more = text(value, name)
        if more and kind not in said:
            yield self.choice.say(kind, chunk.part(more, *route, name), order)
            self.choice.citations += (one for _, one in listed(value, "annotations"))
