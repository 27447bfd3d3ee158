"""OpenAI's responses (https://platform.openai.com/docs/api-reference/responses-streaming), which
Azure, DeepSeek, Bedrock and others speak too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.responses_items import Items
from cassette_cli.streams.values import complaint, listed, mapping, number, text

_LAST = ("completed", "incomplete", "failed", "cancelled")


class ResponsesReading(Reading):
    """Joins the deltas of every output item."""

    terminator = "response.completed"

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self.items = Items(self.choice())

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By the event's type."""
        self.continuity.numbered("events", value.get("sequence_number"), chunk)
        kind = text(value, "type").removeprefix("response.")
        index = number(value, "output_index")
        order = (index, 1, number(value, "content_index"))
        match kind:
            case "output_text.delta":
                yield from self.items.say("text", chunk, order, "delta")
            case "output_text.done":
                yield from self.items.restate("text", chunk, order, "text")
            case "refusal.done":
                yield from self.items.restate("refusal", chunk, order, "refusal")
            case "reasoning_text.done":
                yield from self.items.restate("reasoning", chunk, order, "text")
            case "reasoning_summary_text.done":
                order = (index, 0, number(value, "summary_index"))
                yield from self.items.restate("reasoning", chunk, order, "text")
            case "refusal.delta":
                yield from self.items.say("refusal", chunk, order, "delta")
            case "reasoning_text.delta":
                yield from self.items.say("reasoning", chunk, order, "delta")
            case "reasoning_summary_text.delta":
                order = (index, 0, number(value, "summary_index"))
                yield from self.items.say("reasoning", chunk, order, "delta")
            case "output_item.added" | "output_item.done":
                yield from self.items.item(chunk, index, mapping(value, "item"), "item")
            case "output_text.annotation.added":
                self.choice().citations += filter(None, [mapping(value, "annotation")])
            case "error":
                yield "error", complaint(value)
            case _:
                yield from self._tools(kind, chunk, index)
                yield from self._response(kind, chunk, mapping(value, "response"))

    def _tools(self, kind: str, chunk: Chunk, index: int) -> Iterator[Saying]:
        match kind:
            case (
                "function_call_arguments.delta" | "custom_tool_call_input.delta"
                | "mcp_call_arguments.delta" | "code_interpreter_call_code.delta"
            ):  # fmt: skip
                yield from self.items.more_arguments(chunk, index)
            case "function_call_arguments.done" | "mcp_call_arguments.done":
                yield from self.items.restate_arguments(chunk, index, "arguments")
            case "custom_tool_call_input.done":
                yield from self.items.restate_arguments(chunk, index, "input")

    def _response(self, kind: str, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The response as it is now: its state, and at the end its usage."""
        self.identify(chunk, value.get("id"), value.get("model"))
        if kind not in _LAST:
            return
        self.ended = True
        yield from self.items.final(chunk, value)
        yield self.choice().ends(kind)
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
        if value.get("error"):
            yield "error", complaint(value["error"])


class _Whole(ResponsesReading):
    """The output items of a response."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The response itself."""
        self.identify(chunk, value.get("id"), value.get("model"))
        for index, item in listed(value, "output"):
            yield from self.items.item(chunk, index, item, "output", index)
        if value.get("status"):
            yield self.choice().ends(value["status"])
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
        if value.get("error"):
            yield "error", complaint(value["error"])


class OpenAIResponses(Provider):
    """Responses."""

    name = "openai-responses"
    about = "Responses: OpenAI, Azure, DeepSeek, Bedrock's Mantle"
    reading = ResponsesReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the types of its events."""
        if text(chunk.value, "type").startswith("response."):
            return Offer(Bid.SURE, "the types of its chunks begin with response.")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By its object, and the list of its output."""
        if value.get("object") == "response" and isinstance(value.get("output"), list):
            return Offer(Bid.SURE, "its object is response")
        return None


STREAM = OpenAIResponses()
