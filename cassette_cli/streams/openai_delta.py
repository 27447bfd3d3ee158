"""One delta of a chat completion: which of its fields are text, reasoning and tool calls.

The names are those of https://platform.openai.com/docs/api-reference/chat-streaming and of the
providers that speak the same language; each speaker's own is named where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.source.joined import Part
from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Call, Choice, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.tool_arguments import arguments
from cassette_cli.streams.values import listed, mapping, text

_LISTS = frozenset({"tool_calls", "function_call", "annotations", "executed_tools"})
"""Members that few deltas have: what has none of them is done with soon."""


class Delta:
    """A delta, or a whole message, and where its chunk's JSON holds it."""

    def __init__(self, chunk: Chunk, route: Route, value: dict[str, Any]) -> None:
        self.value = value
        self.chunk = chunk
        self.route = route
        self.is_whole = route[-1:] == ("message",)

    def part(self, text: str, *steps: str | int) -> Part:
        """A part of the message that stands `steps` further down."""
        return self.chunk.part(text, *self.route, *steps)


def add_delta(delta: Delta, choice: Choice) -> Iterator[Saying]:
    """Add a delta to its choice; yields what it carries, each kind with its text."""
    if delta.value.get("role"):
        yield "role", ""
    for part in _reasoning(delta):
        yield choice.say("reasoning", part)
    for part in _texts(delta):
        yield choice.say("text", part)
    if refusal := text(delta.value, "refusal"):
        yield choice.say("refusal", delta.part(refusal, "refusal"))
    if not _LISTS & delta.value.keys():
        return
    calls = listed(delta.value, "tool_calls")
    for number, value in calls:
        alone = len(calls) == 1 and not delta.is_whole
        index = value.get("index", None if alone else number)
        yield "tool_call", _tool_call(delta, number, index, value, choice)
    if legacy := mapping(delta.value, "function_call"):
        call = choice.call("function_call", None)
        yield "tool_call", _function(delta, ("function_call",), legacy, call)
    choice.citations += (note for _, note in listed(delta.value, "annotations"))
    for number, tool in listed(delta.value, "executed_tools"):
        yield "tool_call", _executed(delta, number, tool, choice)


def _executed(delta: Delta, number: int, tool: dict[str, Any], choice: Choice) -> str:
    """A tool that Groq ran; some deltas later it may come again with its output."""
    known = [call for call in choice.calls if call.by_server]
    index = tool.get("index", number)
    if type(index) is not int or index < len(known):
        return ""
    call = choice.begin(tool.get("id"), tool.get("type"), by_server=True)
    route = (*delta.route, "executed_tools", number, "arguments")
    return (call.name or "") + call.add(arguments(delta.chunk, tool.get("arguments"), *route))


def _reasoning(delta: Delta) -> Iterator[Part]:
    """The first of the places that has any: speakers that fill several fill them alike."""
    for name in ("reasoning_content", "reasoning"):
        if value := text(delta.value, name):
            yield delta.part(value, name)
            return
    details = list(_reasoning_details(delta))
    yield from details or _content_parts(delta, "thinking")


def _reasoning_details(delta: Delta) -> Iterator[Part]:
    """OpenRouter's list, each item with a text or a summary."""
    for number, detail in listed(delta.value, "reasoning_details"):
        for name in ("text", "summary"):
            if value := text(detail, name):
                yield delta.part(value, "reasoning_details", number, name)


def _texts(delta: Delta) -> Iterator[Part]:
    if content := text(delta.value, "content"):
        yield delta.part(content, "content")
    yield from _content_parts(delta, "text")


def _content_parts(delta: Delta, kind: str) -> Iterator[Part]:
    """Mistral's content: a list of parts; a `thinking` part holds a list of texts itself."""
    if isinstance(delta.value.get("content"), str):
        return
    for number, part in listed(delta.value, "content"):
        if part.get("type") != kind:
            continue
        if value := text(part, kind):
            yield delta.part(value, "content", number, kind)
        for inner, piece in listed(part, kind):
            if value := text(piece, "text"):
                yield delta.part(value, "content", number, kind, inner, "text")


def _tool_call(delta: Delta, number: int, index: Any, value: dict[str, Any], choice: Choice) -> str:
    """Continue a call, and say what was added."""
    function = mapping(value, "function")
    call = choice.call(index, value.get("id"), function.get("name"))
    call.known_as(value.get("id"), None)
    return _function(delta, ("tool_calls", number, "function"), function, call)


def _function(delta: Delta, route: Route, function: dict[str, Any], call: Call) -> str:
    """Add name and arguments to a call, and say what was added."""
    added = call.named(function.get("name"))
    route = (*delta.route, *route, "arguments")
    more = call.add(arguments(delta.chunk, function.get("arguments"), *route))
    return added + ("(" if added and more else "") + more
