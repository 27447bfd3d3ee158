"""How the models on Bedrock stream a message."""

from __future__ import annotations

from base64 import b64encode

from chatting import Call, Json, Said
from speaking_others import anthropic
from wires import Cut, Event, packed

CONVERSE_USAGE: Json = {"inputTokens": 3, "outputTokens": 4, "totalTokens": 7}
TITAN_USAGE: Json = {"inputTokenCount": 3, "outputTokenCount": 4, "invocationLatency": 100}


def converse(cut: Cut, said: Said) -> list[Event]:
    """Conversations: a frame an event."""
    blocks = [
        [_delta(0, {"reasoningContent": {"text": piece}}) for piece in cut.pieces(said.reasoning)],
        [_delta(1, {"text": piece}) for piece in cut.pieces(said.text)],
        *(_tool(cut, at, call) for at, call in enumerate(said.calls, 2)),
    ]
    return [
        Event({"role": "assistant", "p": "abc"}, "messageStart"),
        *cut.mixed(blocks),
        Event({"stopReason": said.finish}, "messageStop"),
        Event({"metrics": {"latencyMs": 9}, "usage": CONVERSE_USAGE}, "metadata"),
    ]


def _delta(at: int, delta: Json) -> Event:
    return Event({"contentBlockIndex": at, "delta": delta, "p": "abcd"}, "contentBlockDelta")


def _tool(cut: Cut, at: int, call: Call) -> list[Event]:
    start = {"toolUse": {"toolUseId": call.id, "name": call.name}}
    deltas = [_delta(at, {"toolUse": {"input": one}}) for one in cut.pieces(call.arguments)]
    first = Event({"contentBlockIndex": at, "start": start}, "contentBlockStart")
    return [first, *deltas, Event({"contentBlockIndex": at}, "contentBlockStop")]


def invoke_anthropic(cut: Cut, said: Said) -> list[Event]:
    """Anthropic's events, each in base64 in a frame."""
    return [packed(one) for one in anthropic(cut, said) if one.name != "ping"]


def invoke_nova(cut: Cut, said: Said) -> list[Event]:
    """Nova sends what conversations send, each under its name."""
    return [packed(Event({one.name: one.data})) for one in converse(cut, said)]


def invoke_titan(cut: Cut, said: Said) -> list[Event]:
    """Titan's texts."""
    chunks: list[Json] = [
        {"index": 0, "outputText": piece, "completionReason": None}
        for piece in cut.pieces(said.text)
    ]
    last = {"outputText": "", "completionReason": said.finish}
    return [packed(Event(one)) for one in [*chunks, last | {METRICS: TITAN_USAGE}]]


METRICS = "amazon-bedrock-invocationMetrics"


def agent(cut: Cut, said: Said) -> list[Event]:
    """An agent's texts in base64, with traces between."""
    trace = Event({"agentId": "a", "trace": {"preProcessingTrace": {}}}, "trace")
    chunks = [
        Event({"bytes": b64encode(piece.encode()).decode()}, "chunk")
        for piece in cut.pieces(said.text)
    ]
    return cut.mixed([[trace, trace], chunks])
