"""What a chat model answers, in OpenAI's wire format, always the same way."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from examples.synthetic import secrets

LEAKY_MODEL = "example-leaky"
"""The model whose answer spells a credential; only dirty cassettes ask it."""

_FRAME = {"id": "chatcmpl-example", "created": 1_700_000_000, "model": "example-1"}
_USAGE = {"prompt_tokens": 21, "completion_tokens": 17, "total_tokens": 38}
_REASONING = ("The user", " wants", " a greeting", " in Portuguese.")
_CONTENT = ("Ol", "á", "! Tudo", " bem?")
_WAVE = " 👋"
"""Only in whole answers: Go's YAML libraries give up block style for characters beyond U+FFFF."""
_DONE = b"data: [DONE]\n\n"
_TOOL_DELTAS = (
    (0, "call_lisbon", "get_weather", ""),
    (0, None, None, '{"ci'),
    (0, None, None, 'ty": "Lis'),
    (0, None, None, 'boa"}'),
    (1, "call_porto", "get_weather", ""),
    (1, None, None, '{"city"'),
    (1, None, None, ': "Porto"}'),
)


def completion(question: Mapping[str, Any]) -> bytes:
    """The whole answer as one JSON document."""
    message = {"role": "assistant", "content": "".join((*_content(question), _WAVE))}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    answer = {**_FRAME, "object": "chat.completion", "choices": [choice], "usage": _USAGE}
    return _compact(answer)


def stream(question: Mapping[str, Any]) -> tuple[bytes, ...]:
    """The answer as server-sent events, one item for each event."""
    return (*(b"data: " + _compact(chunk) + b"\n\n" for chunk in _chunks(question)), _DONE)


def _chunks(question: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield _chunk({"role": "assistant", "content": ""})
    yield from (_chunk({"reasoning_content": piece}) for piece in _REASONING)
    if question.get("tools"):
        yield from (_chunk({"tool_calls": [_tool(*delta)]}) for delta in _TOOL_DELTAS)
        yield _chunk({}, finish_reason="tool_calls")
    else:
        yield from (_chunk({"content": piece}) for piece in _content(question))
        yield _chunk({}, finish_reason="stop")
    if question.get("stream_options", {}).get("include_usage"):
        yield {**_FRAME, "object": "chat.completion.chunk", "choices": [], "usage": _USAGE}


def _chunk(delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {**_FRAME, "object": "chat.completion.chunk", "choices": [choice]}


def _tool(index: int, call: str | None, name: str | None, arguments: str) -> dict[str, Any]:
    """One delta of a tool call: only its first one carries the id and the name."""
    if call is None:
        return {"index": index, "function": {"arguments": arguments}}
    function = {"name": name, "arguments": arguments}
    return {"index": index, "id": call, "type": "function", "function": function}


def _content(question: Mapping[str, Any]) -> tuple[str, ...]:
    if question.get("model") == LEAKY_MODEL:
        return ("Your key is ", *secrets().spoken, ".")
    return _CONTENT


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
