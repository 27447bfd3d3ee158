"""Chat streams of one's own: a message cut into deltas, and a cassette around them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import yaml
from hypothesis import strategies as st
from support import cassette

from cassette_cli.model.cassette import Cassette
from cassette_cli.model.stream import AssembledMessage, Stream

Draw = Callable[[st.SearchStrategy[Any]], Any]
Json = dict[str, Any]
DONE = "data: [DONE]\n\n"
CHUNK = "chat.completion.chunk"


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call as a model means it."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a model means to say in one choice."""

    text: str = ""
    reasoning: str = ""
    calls: tuple[Call, ...] = ()
    finish: str = "stop"


@dataclass(frozen=True, slots=True)
class Told:
    """What was read, in plain types."""

    text: str
    reasoning: str
    calls: tuple[tuple[str | None, str | None, str], ...] = ()
    finish: str | None = None


def told(message: AssembledMessage) -> Told:
    """A message as read."""
    calls = tuple((one.id, one.name, one.arguments.value) for one in message.tool_calls)
    return Told(message.text.value, message.reasoning.value, calls, message.finish)


def meant(said: Said) -> Told:
    """The same of a message as meant."""
    calls = tuple((one.id, one.name, one.arguments) for one in said.calls)
    return Told(said.text, said.reasoning, calls, said.finish)


def chunk(*deltas: Json, **more: Any) -> Json:
    """A chunk of one choice for each delta; members of `more` stand beside the choices."""
    choices = [{"index": at, "delta": delta} for at, delta in enumerate(deltas)]
    return {"object": CHUNK, "choices": choices} | more


def finish(reason: str | None = "stop", **more: Any) -> Json:
    """The chunk that ends a message of one choice."""
    choice = {"index": 0, "delta": {}, "finish_reason": reason}
    return {"object": CHUNK, "choices": [choice]} | more


def sse(chunks: Iterable[Json | str], end: str = DONE, newline: str = "\n") -> str:
    """An event stream; a chunk that is text stands as it is."""
    blocks = [
        one if isinstance(one, str) else f"data: {json.dumps(one, ensure_ascii=False)}\n\n"
        for one in chunks
    ]
    return ("".join(blocks) + end).replace("\n", newline)


def go_vcr(body: str, style: str = '"', **options: Any) -> str:
    """A go-vcr 2 cassette that answers with this stream, its body as PyYAML writes a style."""
    headers = {"Content-Type": ["text/event-stream"]}
    url = "https://api.example.com/v1/chat/completions"
    response = {"headers": headers, "status": "200 OK", "code": 200, "duration": "1ms"}
    exchange = {
        "id": 0,
        "request": {"method": "POST", "url": url, "headers": {}},
        "response": response | {"body": Styled(body, style)},
    }
    tree = {"version": 2, "interactions": [exchange]}
    return str(yaml.dump(tree, Dumper=_Dumper, sort_keys=False, **options))


def base64ed(body: str) -> str:
    """A vcrpy cassette that answers with this stream in base64."""
    return (
        "interactions:\n- request:\n    body: null\n    headers: {}\n    method: POST\n"
        "    uri: https://api.example.com/v1/chat/completions\n  response:\n    body:\n"
        f"      string: !!binary {b64encode(body.encode()).decode()}\n    headers: {{}}\n"
        "    status: {code: 200, message: OK}\nversion: 1\n"
    )


class Styled(str):
    """Text with the YAML style it is to be written in."""

    style: str

    def __new__(cls, text: str, style: str) -> Styled:
        """The text, with its style."""
        made = super().__new__(cls, text)
        made.style = style
        return made


class _Dumper(yaml.SafeDumper):
    """Knows styles, and nothing of aliases."""


def _styled(dumper: yaml.SafeDumper, one: Styled) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(one), style=one.style)


_Dumper.add_representer(Styled, _styled)


def read(text: str) -> Stream:
    """The stream of the first interaction of a cassette."""
    return stream_of(cassette(text))


def stream_of(read: Cassette) -> Stream:
    """The stream of the first interaction."""
    found = read.interactions[0].response.stream
    assert found is not None
    return found


def heard(*chunks: Json | str, end: str = DONE) -> Stream:
    """The stream of these chunks."""
    return read(go_vcr(sse(chunks, end)))


def pieces(draw: Draw, text: str) -> list[str]:
    """A text cut anywhere; empty pieces included."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    bounds = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(bounds)]


def deltas(draw: Draw, said: Said) -> tuple[list[Json], Said]:
    """The deltas of a message, those of text, reasoning and each call shuffled into each other.

    Calls are told in the order in which they begin, which the shuffle decides: the message comes
    back with its calls in that order.
    """
    reasoning = draw(st.sampled_from(["reasoning_content", "reasoning"]))
    queues = [
        [{"content": piece} for piece in pieces(draw, said.text)],
        [{reasoning: piece} for piece in pieces(draw, said.reasoning)],
        *(list(_call(draw, at, call)) for at, call in enumerate(said.calls)),
    ]
    opening = {"role": "assistant", "content": draw(st.sampled_from(["", None]))}
    found = shuffled(draw, queues)
    order = dict.fromkeys(one["tool_calls"][0]["index"] for one in found if "tool_calls" in one)
    for number, old in enumerate(list(order)):
        order[old] = number
    for one in found:
        for call in one.get("tool_calls", ()):
            call["index"] = order[call["index"]]
    calls = tuple(said.calls[old] for old in order)
    return [opening, *found], replace(said, calls=calls)


def _call(draw: Draw, at: int, call: Call) -> Iterator[Json]:
    first, *rest = pieces(draw, call.arguments)
    function = {"name": call.name, "arguments": first}
    yield {"tool_calls": [{"index": at, "id": call.id, "type": "function", "function": function}]}
    for piece in rest:
        yield {"tool_calls": [{"index": at, "function": {"arguments": piece}}]}


def shuffled(draw: Draw, queues: list[list[Any]]) -> list[Any]:
    """The queues merged into one, the order in each kept."""
    left = [list(queue) for queue in queues if queue]
    merged = []
    while left:
        queue = left[draw(st.integers(0, len(left) - 1))]
        merged.append(queue.pop(0))
        left = [queue for queue in left if queue]
    return merged
