"""How Anthropic, Gemini, Cohere, Ollama, MCP and A2A stream a message."""

from __future__ import annotations

import json
from typing import Any

from chatting import Call, Json, Said
from wires import Cut, Event

ANTHROPIC_USAGE: Json = {"input_tokens": 3, "cache_read_input_tokens": 2, "output_tokens": 4}
GEMINI_USAGE: Json = {"promptTokenCount": 3, "candidatesTokenCount": 4, "totalTokenCount": 7}
INTERACTION_USAGE: Json = {"total_input_tokens": 3, "total_output_tokens": 4, "total_tokens": 7}
COHERE_USAGE: Json = {"tokens": {"input_tokens": 3, "output_tokens": 4}}
COHERE_1_USAGE: Json = {"input_tokens": 3, "output_tokens": 4}
OLLAMA_USAGE: Json = {"prompt_eval_count": 3, "eval_count": 4, "total_duration": 100}


def anthropic(cut: Cut, said: Said) -> list[Event]:
    """Messages: a block for reasoning, one for the text, one for each call."""
    usage = {"input_tokens": 3, "cache_read_input_tokens": 2, "output_tokens": 1}
    message = {"id": "m", "role": "assistant", "model": "claude", "content": [], "usage": usage}
    thought = [{"type": "thinking_delta", "thinking": one} for one in cut.pieces(said.reasoning)]
    text = [{"type": "text_delta", "text": one} for one in cut.pieces(said.text)]
    blocks = [
        _block(0, {"type": "thinking", "thinking": ""}, thought),
        _block(1, {"type": "text", "text": ""}, text),
        *(_tool_use(cut, at, call) for at, call in enumerate(said.calls, 2)),
    ]
    end = {"delta": {"stop_reason": said.finish}, "usage": {"output_tokens": 4}}
    chunks: list[Json] = [
        {"type": "message_start", "message": message},
        {"type": "ping"},
        *cut.mixed(blocks),
        {"type": "message_delta"} | end,
        {"type": "message_stop"},
    ]
    return [Event(one, one["type"]) for one in chunks]


def _block(at: int, block: Json, deltas: list[Json]) -> list[Json]:
    return [
        {"type": "content_block_start", "index": at, "content_block": block},
        *({"type": "content_block_delta", "index": at, "delta": one} for one in deltas),
        {"type": "content_block_stop", "index": at},
    ]


def _tool_use(cut: Cut, at: int, call: Call) -> list[Json]:
    block = {"type": "tool_use", "id": call.id, "name": call.name, "input": {}}
    pieces = cut.pieces(call.arguments)
    return _block(at, block, [{"type": "input_json_delta", "partial_json": one} for one in pieces])


def objects(said: Said) -> list[tuple[str, str, Any]]:
    """The calls with their arguments as they stand on the wire; keys in the opposite order."""
    calls = [(one.id, one.name, json.loads(one.arguments)) for one in said.calls]
    return [(call_id, name, dict(reversed(value.items()))) for call_id, name, value in calls]


def gemini(cut: Cut, said: Said) -> list[Event]:
    """Generated content."""
    calls = [{"functionCall": {"name": name, "args": held}} for _, name, held in objects(said)]
    parts = cut.mixed([
        [{"text": piece, "thought": True} for piece in cut.pieces(said.reasoning)],
        [{"text": piece} for piece in cut.pieces(said.text)],
        calls,
    ])  # fmt: skip
    contents = [{"index": 0, "content": {"role": "model", "parts": [part]}} for part in parts]
    same = {"responseId": "r", "modelVersion": "gemini"}
    last = {"content": {}, "finishReason": said.finish, "index": 0}
    chunks = [same | {"candidates": [one]} for one in contents]
    return [
        *map(Event, chunks),
        Event(same | {"candidates": [last], "usageMetadata": GEMINI_USAGE}),
    ]


def interactions(cut: Cut, said: Said) -> list[Event]:
    """Interactions: a step for thoughts, one for text, one for each call."""
    steps = [
        [
            _step(0, {"type": "thought_summary", "content": {"type": "text", "text": piece}})
            for piece in cut.pieces(said.reasoning)
        ],
        [_step(1, {"type": "text", "text": piece}) for piece in cut.pieces(said.text)],
        [
            _step(at, {"type": "function_call", "id": one, "name": name, "arguments": held})
            for at, (one, name, held) in enumerate(objects(said), 2)
        ],
    ]
    whole = {"id": "i", "model": "gemini"}
    events = [
        {"event_type": "interaction.created", "interaction": whole | {"status": "in_progress"}},
        *cut.mixed(steps),
        {
            "event_type": "interaction.completed",
            "interaction": whole | {"status": "completed", "usage": INTERACTION_USAGE},
        },
    ]
    return [*(Event(one, one["event_type"]) for one in events), Event("[DONE]", "done")]


def _step(at: int, delta: Json) -> Json:
    return {"event_type": "step.delta", "index": at, "delta": delta}


def cohere(cut: Cut, said: Said) -> list[Event]:
    """Version 2 of Cohere's chat."""
    blocks = [
        [_content(0, {"thinking": piece}) for piece in cut.pieces(said.reasoning)],
        [_content(1, {"text": piece}) for piece in cut.pieces(said.text)],
        *(_tool_call(cut, at, call) for at, call in enumerate(said.calls)),
    ]
    end = {"finish_reason": said.finish, "usage": COHERE_USAGE}
    plan = {"type": "tool-plan-delta", "delta": {"message": {"tool_plan": "I will"}}}
    chunks: list[Json] = [
        {"type": "message-start", "id": "m", "delta": {"message": {"role": "assistant"}}},
        plan,
        *cut.mixed(blocks),
        {"type": "message-end", "delta": end},
    ]
    return [Event(one, one["type"]) for one in chunks]


def _content(at: int, content: Json) -> Json:
    return {"type": "content-delta", "index": at, "delta": {"message": {"content": content}}}


def _tool_call(cut: Cut, at: int, call: Call) -> list[Json]:
    first = {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": ""}}
    more = [{"function": {"arguments": piece}} for piece in cut.pieces(call.arguments)]
    events = [("start", first), *(("delta", one) for one in more), ("end", {})]
    return [
        {"type": f"tool-call-{kind}", "index": at, "delta": {"message": {"tool_calls": one}}}
        for kind, one in events
    ]


def cohere_1(cut: Cut, said: Said) -> list[Event]:
    """Version 1: JSON lines, the last of which repeats the whole."""
    calls = [{"name": name, "parameters": held} for _, name, held in objects(said)]
    response = {"text": said.text, "tool_calls": calls, "meta": {"tokens": COHERE_1_USAGE}}
    made = [{"event_type": "tool-calls-generation", "tool_calls": calls}] if calls else []
    chunks: list[Json] = [
        {"event_type": "stream-start", "generation_id": "g"},
        *({"event_type": "text-generation", "text": piece} for piece in cut.pieces(said.text)),
        *made,
        {"event_type": "stream-end", "finish_reason": said.finish, "response": response},
    ]
    return [*map(Event, chunks)]


def ollama(cut: Cut, said: Said) -> list[Event]:
    """Ollama's chat."""
    calls = [{"function": {"name": name, "arguments": held}} for _, name, held in objects(said)]
    messages = cut.mixed([
        [{"thinking": piece, "content": ""} for piece in cut.pieces(said.reasoning)],
        [{"content": piece} for piece in cut.pieces(said.text)],
        [{"content": "", "tool_calls": [one]} for one in calls],
    ])  # fmt: skip
    same = {"model": "llama", "created_at": "2026-01-01T00:00:00Z"}
    lines = [same | {"message": {"role": "assistant"} | one, "done": False} for one in messages]
    end = {"message": {"role": "assistant", "content": ""}, "done": True}
    return [*map(Event, lines), Event(same | end | {"done_reason": said.finish} | OLLAMA_USAGE)]


def ollama_text(cut: Cut, said: Said) -> list[Event]:
    """Ollama's completions."""
    pieces = cut.mixed([
        [{"thinking": piece, "response": ""} for piece in cut.pieces(said.reasoning)],
        [{"response": piece} for piece in cut.pieces(said.text)],
    ])  # fmt: skip
    end = {"response": "", "done": True, "done_reason": said.finish} | OLLAMA_USAGE
    return [
        Event({"model": "llama"} | one) for one in [*(p | {"done": False} for p in pieces), end]
    ]


def mcp(cut: Cut, said: Said) -> list[Event]:
    """MCP: a notification, then the response with all of the text."""
    content = [{"type": "text", "text": piece} for piece in cut.pieces(said.text)]
    note = {"jsonrpc": "2.0", "method": "notifications/progress", "params": {"progress": 1}}
    response = {"jsonrpc": "2.0", "id": 1, "result": {"content": content, "isError": False}}
    return [Event(note, "message"), Event(response, "message")]


def a2a(cut: Cut, said: Said) -> list[Event]:
    """A2A: artifacts, then the last state."""
    results: list[Json] = [
        {"kind": "artifact-update", "artifact": {"parts": [{"kind": "text", "text": piece}]},
         "final": False}
        for piece in cut.pieces(said.text)
    ]  # fmt: skip
    last = {"kind": "status-update", "status": {"state": said.finish}, "final": True}
    return [Event({"jsonrpc": "2.0", "id": 1, "result": one}) for one in [*results, last]]
