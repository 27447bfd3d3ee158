"""A secret that is cut into members which no protocol joins, or of which nobody knows the protocol,
is found by its looks and replaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from chatting import stream_of
from planted import openai
from support import cassette
from wires import Event, cassette_of

from cassette_cli.ops.detect import detect
from cassette_cli.ops.redact import redact
from cassette_cli.streams.strands import strands

KEY = openai("nobody joins this")
TEXT = f"Use {KEY}, then go."


def pieces(size: int) -> list[str]:
    return [TEXT[at : at + size] for at in range(0, len(TEXT), size)]


def chat(delta: dict[str, Any], **beside: Any) -> Event:
    return Event({"choices": [{"index": 0, "delta": delta} | beside]})


def tokens(piece: str) -> dict[str, Any]:
    halves = piece[:3], piece[3:]
    return {"content": [{"token": one, "top_logprobs": [{"token": one}]} for one in halves]}


MEMBERS: dict[str, Callable[[str], Event]] = {
    "logprobs": lambda one: chat({"content": one}, logprobs=tokens(one)),
    "two reasonings": lambda one: chat(
        {"reasoning": one, "reasoning_details": [{"type": "reasoning.text", "text": one}]}
    ),
    "a transcript": lambda one: chat({"audio": {"transcript": one}}),
    "a name": lambda one: chat({"tool_calls": [{"index": 0, "function": {"name": one}}]}),
    "a plan": lambda one: Event({
        "type": "tool-plan-delta", "delta": {"message": {"tool_plan": one}},
    }),
    "code that was run": lambda one: Event(
        {"candidates": [{"content": {"parts": [{"codeExecutionResult": {"output": one}}]}}]}
    ),
    "progress": lambda one: Event({
        "jsonrpc": "2.0", "method": "notifications/progress", "params": {"message": one},
    }),
    "unknown JSON": lambda one: Event({"step": {"said": [one]}}, "step"),
    "a JSON string": lambda one: Event(f'"{one}"'),
    "plain text": lambda one: Event(one, "word"),
    "errors": lambda one: Event({"message": one}, "error"),
}  # fmt: skip


def check(text: str) -> str:
    """Nothing of the key is left, and redacting again finds nothing; the text afterwards."""
    before = cassette(text)
    done = redact(before, ())
    found = cassette(done.after.value)
    left = [one for strand in strands(stream_of(found)) for one in strand.leaves]
    for at in range(len(KEY) - 5):
        assert all(KEY[at : at + 6] not in leaf.text for leaf in left), KEY[at : at + 6]
    assert not detect(found)
    assert stream_of(found).events == stream_of(before).events
    return done.after.value


@pytest.mark.parametrize("size", [7, 20])
@pytest.mark.parametrize("kind", ["sse", "ndjson"])
@pytest.mark.parametrize("member", MEMBERS)
def test_a_split_key_is_found_wherever_it_is_cut_into(member: str, kind: str, size: int) -> None:
    events = [MEMBERS[member](piece) for piece in pieces(size)]
    if kind == "ndjson" and member == "plain text":
        return
    check(cassette_of(kind, events))


def test_texts_that_are_told_apart_by_a_number_are_not_mixed() -> None:
    events = [
        Event({"parts": [{"index": number, "said": one}]}) for one in pieces(9) for number in (0, 1)
    ]
    check(cassette_of("sse", events))


def test_an_event_that_repeats_all_before_it_may_break_off_within_the_key() -> None:
    events = [
        Event({"choices": [{"index": 0, "message": {"content": TEXT[:at]}, "delta": {}}]})
        for at in range(3, len(TEXT) + 1, 5)
    ]
    check(cassette_of("sse", events))


def test_what_is_always_the_same_is_not_joined() -> None:
    found = stream_of(
        cassette(cassette_of("sse", [Event({"id": "a", "x": str(n)}) for n in (1, 2)]))
    )
    assert [[leaf.text for leaf in one.leaves] for one in strands(found)] == [["1", "2"]]
