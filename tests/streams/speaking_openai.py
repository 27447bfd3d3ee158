"""How OpenAI's protocols stream a message."""

from __future__ import annotations

from typing import Any

from chatting import CHUNK, Call, Json, Said
from wires import Cut, Event

USAGE: Json = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
RESPONSES_USAGE: Json = {"input_tokens": 3, "output_tokens": 4, "total_tokens": 7}
DONE = Event("[DONE]")


def chat(cut: Cut, said: Said) -> list[Event]:
    """Chat completions."""
    queues: list[list[Json]] = [
        [{"reasoning_content": piece} for piece in cut.pieces(said.reasoning)],
        [{"content": piece} for piece in cut.pieces(said.text)],
        *in_order(cut, [_chat_call(cut, at, call) for at, call in enumerate(said.calls)]),
    ]
    deltas = [{"role": "assistant", "content": ""}, *cut.mixed(queues)]
    choices: list[Json] = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
    choices.append({"index": 0, "delta": {}, "finish_reason": said.finish})
    same = {"id": "c", "object": CHUNK, "model": "gpt"}
    chunks = [same | {"choices": [choice]} for choice in choices]
    return [*map(Event, chunks), Event(same | {"choices": [], "usage": USAGE}), DONE]


def _chat_call(cut: Cut, at: int, call: Call) -> list[Json]:
    function = {"name": call.name, "arguments": ""}
    first = {"index": at, "id": call.id, "type": "function", "function": function}
    more = [{"index": at, "function": {"arguments": piece}} for piece in cut.pieces(call.arguments)]
    return [{"tool_calls": [one]} for one in (first, *more)]


def in_order(cut: Cut, queues: list[list[Any]]) -> list[list[Any]]:
    """All calls begin in their order, in one event each; then their deltas are shuffled."""
    begun = [queue[0] for queue in queues]
    return [begun + cut.mixed([queue[1:] for queue in queues])] if queues else []


def completions(cut: Cut, said: Said) -> list[Event]:
    """The older completions."""
    same = {"id": "c", "object": "text_completion", "model": "davinci"}
    choices: list[Json] = [{"index": 0, "text": piece} for piece in cut.pieces(said.text)]
    choices.append({"index": 0, "text": "", "finish_reason": said.finish})
    chunks = [same | {"choices": [choice]} for choice in choices]
    return [*map(Event, chunks), Event(same | {"choices": [], "usage": USAGE}), DONE]


def responses(cut: Cut, said: Said) -> list[Event]:
    """Responses: every item is told in deltas, then whole, then once more at the end."""
    queues = [_reasoning(cut, 0, said.reasoning), _text(cut, 1, said.text)]
    queues += [_function(cut, at, call) for at, call in enumerate(said.calls, 2)]
    response = {"id": "r", "model": "gpt", "output": []}
    done = [queue[-1]["item"] for queue in queues]
    events = [
        {"type": "response.created", "response": response},
        *cut.mixed(queues),
        {
            "type": "response.completed",
            "response": response | {"output": done, "usage": RESPONSES_USAGE},
        },
    ]
    return [
        Event(one | {"sequence_number": number}, one["type"]) for number, one in enumerate(events)
    ]


def _item(at: int, before: Json, deltas: list[Json], after: Json) -> list[Json]:
    added = {"type": "response.output_item.added", "output_index": at, "item": before}
    done = {"type": "response.output_item.done", "output_index": at, "item": before | after}
    return [added, *({"output_index": at} | one for one in deltas), done]


def _reasoning(cut: Cut, at: int, text: str) -> list[Json]:
    kind = {"type": "response.reasoning_summary_text.delta", "summary_index": 0}
    deltas = [kind | {"delta": piece} for piece in cut.pieces(text)]
    summary = [{"type": "summary_text", "text": text}]
    return _item(at, {"type": "reasoning", "summary": []}, deltas, {"summary": summary})


def _text(cut: Cut, at: int, text: str) -> list[Json]:
    kind = {"type": "response.output_text.delta", "content_index": 0, "obfuscation": "xyz"}
    deltas = [kind | {"delta": piece} for piece in cut.pieces(text)]
    deltas.append({"type": "response.output_text.done", "content_index": 0, "text": text})
    content = [{"type": "output_text", "text": text}]
    return _item(at, {"type": "message", "content": []}, deltas, {"content": content})


def _function(cut: Cut, at: int, call: Call) -> list[Json]:
    kind = {"type": "response.function_call_arguments.delta"}
    deltas: list[Json] = [kind | {"delta": piece} for piece in cut.pieces(call.arguments)]
    done = {"type": "response.function_call_arguments.done", "arguments": call.arguments}
    item = {"type": "function_call", "call_id": call.id, "name": call.name, "arguments": ""}
    return _item(at, item, [*deltas, done], {"arguments": call.arguments})


def assistants(cut: Cut, said: Said) -> list[Event]:
    """Threads: the message and the steps of a run."""
    message = {"id": "m", "object": "thread.message.delta"}
    texts = [
        message | {"delta": {"content": [{"index": 0, "type": "text", "text": {"value": piece}}]}}
        for piece in cut.pieces(said.text)
    ]
    steps = in_order(cut, [_step(cut, at, call) for at, call in enumerate(said.calls)])
    run = {"id": "run", "object": "thread.run", "model": "gpt"}
    events = [
        run | {"status": "in_progress", "usage": None},
        *cut.mixed([texts, *steps]),
        run | {"status": "completed", "usage": USAGE},
    ]
    return [*(Event(one, one["object"]) for one in events), Event("[DONE]", "done")]


def _step(cut: Cut, at: int, call: Call) -> list[Json]:
    first: Json = {"id": call.id, "function": {"name": call.name, "arguments": ""}}
    more = [{"function": {"arguments": piece}} for piece in cut.pieces(call.arguments)]
    return [
        {
            "id": "step",
            "object": "thread.run.step.delta",
            "delta": {"step_details": {"tool_calls": [{"index": at, "type": "function"} | one]}},
        }
        for one in (first, *more)
    ]
