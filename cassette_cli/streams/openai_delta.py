"""One delta of a chat completion: which of its fields are text, reasoning and tool calls.

The names are those of https://platform.openai.com/docs/api-reference/chat-streaming and of the
providers that speak the same language; each speaker's own is named where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.model.stream import Said
from cassette_cli.source.joined import Part
from cassette_cli.source.json_layer import Route
from cassette_cli.streams.choice import Call, Choice
from cassette_cli.streams.chunk import Chunk


class Delta:
    """A delta, and where its chunk's JSON holds it."""

    def __init__(self, chunk: Chunk, position: int, value: dict[str, Any]) -> None:
        self.value = value
        self._chunk = chunk
        self._route = ("choices", position, "delta")

    def part(self, text: str, *steps: str | int) -> Part:
        """A part of the message that stands `steps` further down."""
        return self._chunk.part(text, *self._route, *steps)

    def listed(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The mappings of a list, each with its index."""
        value = self.value.get(name)
        for number, item in enumerate(value if isinstance(value, list) else []):
            if isinstance(item, dict):
                yield number, item


def add_delta(delta: Delta, choice: Choice) -> Iterator[tuple[Said, str]]:
    """Add a delta to its choice; yields what it carries, each kind with its text."""
    if delta.value.get("role"):
        yield "role", ""
    for part in _reasoning(delta):
        choice.reasoning.append(part)
        yield "reasoning", part[0]
    for part in _texts(delta):
        choice.text.append(part)
        yield "text", part[0]
    refusal = delta.value.get("refusal")
    if isinstance(refusal, str) and refusal:
        choice.refusal.append(delta.part(refusal, "refusal"))
        yield "refusal", refusal
    for number, value in delta.listed("tool_calls"):
        yield "tool_call", _tool_call(delta, number, value, choice)
    legacy = delta.value.get("function_call")
    if isinstance(legacy, dict):
        call = choice.call("function_call", None)
        yield "tool_call", _function(delta, ("function_call",), legacy, call)


def _reasoning(delta: Delta) -> Iterator[Part]:
    """The first of the places that has any: speakers that fill several fill them alike."""
    for name in ("reasoning_content", "reasoning"):
        value = delta.value.get(name)
        if isinstance(value, str) and value:
            yield delta.part(value, name)
            return
    details = list(_reasoning_details(delta))
    yield from details or _content_parts(delta, "thinking")


def _reasoning_details(delta: Delta) -> Iterator[Part]:
    """OpenRouter's list, each item with a text or a summary."""
    for number, detail in delta.listed("reasoning_details"):
        for name in ("text", "summary"):
            value = detail.get(name)
            if isinstance(value, str) and value:
                yield delta.part(value, "reasoning_details", number, name)


def _texts(delta: Delta) -> Iterator[Part]:
    content = delta.value.get("content")
    if isinstance(content, str) and content:
        yield delta.part(content, "content")
    yield from _content_parts(delta, "text")


def _content_parts(delta: Delta, kind: str) -> Iterator[Part]:
    """Mistral's content: a list of parts; a `thinking` part holds a list of texts itself."""
    for number, part in delta.listed("content"):
        if part.get("type") != kind:
            continue
        value = part.get(kind)
        if isinstance(value, str) and value:
            yield delta.part(value, "content", number, kind)
        for inner, piece in enumerate(value if isinstance(value, list) else []):
            if isinstance(piece, dict) and isinstance(piece.get("text"), str) and piece["text"]:
                yield delta.part(piece["text"], "content", number, kind, inner, "text")


def _tool_call(delta: Delta, number: int, value: dict[str, Any], choice: Choice) -> str:
    """Continue a call, and say what was added."""
    call_id = value.get("id")
    found = value.get("function")
    function = found if isinstance(found, dict) else {}
    call = choice.call(value.get("index"), call_id, function.get("name"))
    if isinstance(call_id, str):
        call.id = call.id or call_id or None
    return _function(delta, ("tool_calls", number, "function"), function, call)


def _function(delta: Delta, route: Route, function: dict[str, Any], call: Call) -> str:
    """Add name and arguments to a call, and say what was added."""
    name = function.get("name")
    added = "" if call.name or not isinstance(name, str) else name
    call.name = call.name or added or None
    arguments = function.get("arguments")
    if isinstance(arguments, str) and arguments:
        call.arguments.append(delta.part(arguments, *route, "arguments"))
        return added + ("(" if added else "") + arguments
    return added
