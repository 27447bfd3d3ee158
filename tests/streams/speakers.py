"""Every protocol's way to stream a message: what a model means, as the events of its stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import speaking_aws as aws
import speaking_openai as openai
import speaking_others as others
from chatting import Json, Said, Told, meant
from wires import Cut, Event, dumped


@dataclass(frozen=True, slots=True)
class Speaker:
    """One protocol on one wire.

    `leaves_out` are the parts of a message it cannot say; `objects` whether arguments are objects
    on the wire; `ids` whether calls have ids; `ends` how many of its last events end the stream.
    """

    name: str
    protocol: str
    kind: str
    say: Callable[[Cut, Said], list[Event]]
    usage: Json | None = None
    leaves_out: frozenset[str] = frozenset()
    objects: bool = False
    ids: bool = True
    ends: int = 1

    def can_say(self, said: Said) -> Said:
        """As much of a message as it can say."""
        empty = Said(finish="")
        return replace(said, **{name: getattr(empty, name) for name in self.leaves_out})

    def means(self, said: Said) -> Told:
        """What is to be read of a message it can say."""
        told = meant(said)
        calls = tuple(
            (call_id if self.ids else None, name, arguments)
            for call_id, name, arguments in told.calls
        )
        return replace(told, calls=calls, finish=said.finish or None)


def _parts(*names: str) -> frozenset[str]:
    return frozenset(names)


SPEAKERS = (
    Speaker("chat", "openai-chat", "sse", openai.chat, openai.USAGE),
    Speaker("responses", "openai-responses", "sse", openai.responses, openai.RESPONSES_USAGE,
            _parts("finish")),
    Speaker("completions", "openai-completions", "sse", openai.completions, openai.USAGE,
            _parts("reasoning", "calls")),
    Speaker("assistants", "openai-assistants", "sse", openai.assistants, openai.USAGE,
            _parts("reasoning", "finish"), ends=2),
    Speaker("anthropic", "anthropic-messages", "sse", others.anthropic, others.ANTHROPIC_USAGE),
    Speaker("gemini", "gemini-generate", "sse", others.gemini, others.GEMINI_USAGE,
            objects=True, ids=False),
    Speaker("gemini-list", "gemini-generate", "json", others.gemini, others.GEMINI_USAGE,
            objects=True, ids=False),
    Speaker("interactions", "gemini-interactions", "sse", others.interactions,
            others.INTERACTION_USAGE, _parts("finish"), objects=True, ends=2),
    Speaker("cohere", "cohere-chat", "sse", others.cohere, others.COHERE_USAGE),
    Speaker("cohere-1", "cohere-chat", "ndjson", others.cohere_1, others.COHERE_1_USAGE,
            _parts("reasoning"), objects=True, ids=False),
    Speaker("ollama", "ollama-chat", "ndjson", others.ollama, others.OLLAMA_USAGE,
            objects=True, ids=False),
    Speaker("ollama-text", "ollama-generate", "ndjson", others.ollama_text, others.OLLAMA_USAGE,
            _parts("calls")),
    Speaker("mcp", "json-rpc", "sse", others.mcp, None, _parts("reasoning", "calls", "finish")),
    Speaker("a2a", "json-rpc", "sse", others.a2a, None, _parts("reasoning", "calls")),
    Speaker("converse", "bedrock-converse", "frames", aws.converse, aws.CONVERSE_USAGE, ends=1),
    Speaker("invoke", "bedrock-invoke", "frames", aws.invoke_anthropic, others.ANTHROPIC_USAGE),
    Speaker("nova", "bedrock-invoke", "frames", aws.invoke_nova, aws.CONVERSE_USAGE),
    Speaker("titan", "bedrock-invoke", "frames", aws.invoke_titan, aws.TITAN_USAGE,
            _parts("reasoning", "calls")),
    Speaker("agent", "bedrock-agent", "frames", aws.agent, None,
            _parts("reasoning", "calls", "finish")),
)  # fmt: skip
BY_NAME = {one.name: one for one in SPEAKERS}
FINISHES = {"responses": "completed", "assistants": "completed", "interactions": "completed"}
"""The finish reason of those whose stream has one of its own."""


def canonical(value: object) -> str:
    """Arguments as they are written where the wire carries an object."""
    return dumped(_in_order(value))


def _in_order(value: object) -> object:
    if isinstance(value, dict):
        return {name: _in_order(value[name]) for name in sorted(value)}
    return [_in_order(one) for one in value] if isinstance(value, list) else value


def speakers(*but: str) -> Iterator[Speaker]:
    """All but some."""
    yield from (one for one in SPEAKERS if one.name not in but)
