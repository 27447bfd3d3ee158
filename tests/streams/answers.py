"""Answers in one piece: what each API sends where nobody asked it to stream."""

from __future__ import annotations

import json

from chatting import Json, Said
from speaking_aws import CONVERSE_USAGE, METRICS, TITAN_USAGE
from speaking_openai import RESPONSES_USAGE, USAGE
from speaking_others import (
    COHERE_1_USAGE,
    COHERE_USAGE,
    GEMINI_USAGE,
    INTERACTION_USAGE,
    OLLAMA_USAGE,
    objects,
)

_ANTHROPIC_USAGE = {"input_tokens": 3, "output_tokens": 4, "cache_read_input_tokens": 2}


def chat(said: Said) -> Json:
    """Chat completions."""
    calls = [
        {"id": c.id, "type": "function", "function": {"name": c.name, "arguments": c.arguments}}
        for c in said.calls
    ]
    message = {"role": "assistant", "content": said.text, "reasoning_content": said.reasoning}
    choice = {"index": 0, "message": message | {"tool_calls": calls}, "finish_reason": said.finish}
    return {"id": "c", "object": "chat.completion", "choices": [choice], "usage": USAGE}


def responses(said: Said) -> Json:
    """Responses."""
    output: list[Json] = [
        {"type": "reasoning", "summary": [{"type": "summary_text", "text": said.reasoning}]},
        {"type": "message", "content": [{"type": "output_text", "text": said.text}]},
    ]
    output += [
        {"type": "function_call", "call_id": c.id, "name": c.name, "arguments": c.arguments}
        for c in said.calls
    ]
    same = {"id": "r", "object": "response", "status": "completed"}
    return same | {"output": output, "usage": RESPONSES_USAGE}


def anthropic(said: Said) -> Json:
    """Messages."""
    content: list[Json] = [
        {"type": "thinking", "thinking": said.reasoning},
        {"type": "text", "text": said.text},
        *({"type": "tool_use", "id": i, "name": n, "input": a} for i, n, a in objects(said)),
    ]
    same = {"id": "m", "type": "message", "role": "assistant", "content": content}
    return same | {"stop_reason": said.finish, "usage": _ANTHROPIC_USAGE}


def gemini(said: Said) -> Json:
    """Generated content."""
    parts: list[Json] = [{"text": said.reasoning, "thought": True}, {"text": said.text}]
    parts += [{"functionCall": {"name": n, "args": a}} for _, n, a in objects(said)]
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": said.finish}
    return {"candidates": [candidate], "usageMetadata": GEMINI_USAGE}


def interactions(said: Said) -> Json:
    """Interactions."""
    outputs: list[Json] = [
        {"type": "thought", "summary": [
            {"type": "thought_summary", "content": {"type": "text", "text": said.reasoning}}]},
        {"type": "text", "text": said.text},
        *({"type": "function_call", "id": i, "name": n, "arguments": a}
          for i, n, a in objects(said)),
    ]  # fmt: skip
    same = {"object": "interaction", "id": "i", "status": "completed"}
    return same | {"outputs": outputs, "usage": INTERACTION_USAGE}


def cohere(said: Said) -> Json:
    """Version 2."""
    calls = [
        {"id": c.id, "function": {"name": c.name, "arguments": c.arguments}} for c in said.calls
    ]
    content = [
        {"type": "thinking", "thinking": said.reasoning},
        {"type": "text", "text": said.text},
    ]
    message = {"role": "assistant", "content": content, "tool_calls": calls}
    return {"id": "m", "finish_reason": said.finish, "message": message, "usage": COHERE_USAGE}


def cohere_1(said: Said) -> Json:
    """Version 1."""
    calls = [{"name": name, "parameters": held} for _, name, held in objects(said)]
    same = {"generation_id": "g", "text": said.text, "tool_calls": calls}
    return same | {"finish_reason": said.finish, "meta": {"tokens": COHERE_1_USAGE}}


def ollama(said: Said) -> Json:
    """A chat."""
    calls = [{"function": {"name": name, "arguments": held}} for _, name, held in objects(said)]
    message = {"content": said.text, "thinking": said.reasoning, "tool_calls": calls}
    return {"message": message, "done": True, "done_reason": said.finish} | OLLAMA_USAGE


def ollama_text(said: Said) -> Json:
    """A completion."""
    same = {"response": said.text, "thinking": said.reasoning, "done": True}
    return same | {"done_reason": said.finish} | OLLAMA_USAGE


def completions(said: Said) -> Json:
    """The older completions."""
    choice = {"index": 0, "text": said.text, "finish_reason": said.finish}
    return {"object": "text_completion", "choices": [choice], "usage": USAGE}


def converse(said: Said) -> Json:
    """Conversations."""
    content: list[Json] = [
        {"reasoningContent": {"reasoningText": {"text": said.reasoning}}},
        {"text": said.text},
        *({"toolUse": {"toolUseId": i, "name": n, "input": a}} for i, n, a in objects(said)),
    ]
    output = {"message": {"role": "assistant", "content": content}}
    return {"output": output, "stopReason": said.finish, "usage": CONVERSE_USAGE}


def titan(said: Said) -> Json:
    """Titan's texts."""
    result = {"outputText": said.text, "completionReason": said.finish, "tokenCount": 4}
    return {"inputTextTokenCount": 3, "results": [result], METRICS: TITAN_USAGE}


def agent(said: Said) -> Json:
    """A knowledge base's."""
    return {"output": {"text": said.text}, "citations": [], "sessionId": "s"}


def mcp(said: Said) -> Json:
    """MCP."""
    content = [{"type": "text", "text": said.text}]
    return {"jsonrpc": "2.0", "id": 1, "result": {"content": content}}


def a2a(said: Said) -> Json:
    """A2A."""
    artifacts = [{"parts": [{"kind": "text", "text": said.text}]}]
    return {"jsonrpc": "2.0", "result": {"status": {"state": said.finish}, "artifacts": artifacts}}


def assistants(said: Said) -> Json:
    """A message of a thread."""
    content = [{"type": "text", "text": {"value": said.text, "annotations": []}}]
    return {"object": "thread.message", "role": "assistant", "content": content}


ANSWERS = {
    "chat": chat, "responses": responses, "anthropic": anthropic, "gemini": gemini,
    "interactions": interactions, "cohere": cohere, "cohere-1": cohere_1, "ollama": ollama,
    "ollama-text": ollama_text, "completions": completions, "converse": converse, "titan": titan,
    "agent": agent, "mcp": mcp, "a2a": a2a, "assistants": assistants,
}  # fmt: skip


def body(name: str, said: Said) -> str:
    """The body of an answer."""
    return json.dumps(ANSWERS[name](said), ensure_ascii=False)
