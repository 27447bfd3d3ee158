"""OpenAI's assistants (https://platform.openai.com/docs/api-reference/assistants-streaming): events
of threads, their messages, runs and steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Call, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.provider import Provider
from cassette_cli.streams.reading import Reading
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import complaint, listed, mapping, number, text

_GOING_ON = ("queued", "in_progress", "cancelling")
"""States of a run that another follows."""


class AssistantReading(Reading):
    """Joins the deltas of messages and of the steps of a run."""

    terminator = "[DONE]"

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        super().__init__(body, chunks)
        self._messages: dict[str, int] = {}
        self._calls: dict[tuple[str, int], Call] = {}

    @property
    def finished(self) -> bool:
        """Whether the run came to a last state."""
        return self.choice().finish not in (None, *_GOING_ON)

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """By what the event is about."""
        match text(value, "object"):
            case "thread.message.delta":
                delta = mapping(value, "delta")
                yield from self._content(chunk, value, delta, ("delta", "content"))
            case "thread.run.step.delta":
                yield from self._step(chunk, text(value, "id"), value)
            case "thread.run":
                yield from self._run(value)

    def _content(
        self, chunk: Chunk, value: dict[str, Any], holder: dict[str, Any], route: Route
    ) -> Iterator[Saying]:
        """Texts and refusals of a message; several messages come one after the other."""
        message = self._messages.setdefault(text(value, "id"), len(self._messages))
        choice = self.choice()
        if holder.get("role"):
            yield "role", ""
        for at, part in listed(holder, "content"):
            order, inner = (message, number(part, "index", at)), mapping(part, "text")
            if more := text(inner, "value"):
                place = chunk.part(more, *route, at, "text", "value")
                yield choice.say("text", place, order)
            if more := text(part, "refusal"):
                yield choice.say("refusal", chunk.part(more, *route, at, "refusal"), order)
            choice.citations += (one for _, one in listed(inner, "annotations"))

    def _step(self, chunk: Chunk, step: str, value: dict[str, Any]) -> Iterator[Saying]:
        """Calls of functions, which the client runs, and of tools that OpenAI runs."""
        for at, tool in listed(mapping(value, "delta", "step_details"), "tool_calls"):
            kind = text(tool, "type")
            inner = mapping(tool, kind)
            key = step, number(tool, "index", at)
            name = ""
            if key not in self._calls:
                name = text(inner, "name") or kind
                call_id, server = tool.get("id"), kind != "function"
                self._calls[key] = self.choice().begin(call_id, name, by_server=server)
            held = "arguments" if kind == "function" else "input"
            route = ("delta", "step_details", "tool_calls", at, kind, held)
            more = self._calls[key].add(arguments(chunk, inner.get(held), *route))
            yield "tool_call", name + more

    def _run(self, value: dict[str, Any]) -> Iterator[Saying]:
        """The run as it is now: its last state is the finish reason."""
        if isinstance(value.get("model"), str):
            self.model = value["model"]
        if status := text(value, "status"):
            self.choice().finish = status
            if status not in _GOING_ON:
                yield "finish", status
        if usage := mapping(value, "usage"):
            yield self.uses(usage)
        if value.get("last_error"):
            yield "error", complaint(value["last_error"])


class _Whole(AssistantReading):
    """A message or a run of a thread."""

    streamed = False

    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """A message is what its deltas would add up to."""
        if value.get("object") == "thread.message":
            yield from self._content(chunk, value, value, ("content",))
        else:
            yield from self._required(chunk, value)
            yield from self._run(value)

    def _required(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """The calls whose outputs a run waits for."""
        below = ("required_action", "submit_tool_outputs")
        for at, tool in listed(mapping(value, *below), "tool_calls"):
            call = self.choice().begin(tool.get("id"), text(mapping(tool, "function"), "name"))
            held = mapping(tool, "function").get("arguments")
            route = (*below, "tool_calls", at, "function", "arguments")
            yield "tool_call", (call.name or "") + call.add(arguments(chunk, held, *route))


class OpenAIAssistants(Provider):
    """Threads."""

    name = "openai-assistants"
    about = "Threads and runs of OpenAI's assistants"
    reading = AssistantReading
    whole = _Whole

    def knows(self, chunk: Chunk) -> Offer | None:
        """By the objects and the names of its events."""
        if text(chunk.value, "object").startswith("thread"):
            return Offer(Bid.SURE, "its events are about a thread")
        return None

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """By the role of a thread's message, or by what a run asks for or has used."""
        if value.get("object") == "thread.message" and value.get("role") == "assistant":
            return Offer(Bid.SURE, "it is a message of an assistant")
        if value.get("object") == "thread.run" and (
            mapping(value, "required_action") or mapping(value, "usage")
        ):
            return Offer(Bid.SURE, "it is a run that has come to an end")
        return None


STREAM = OpenAIAssistants()
