"""OpenAI's chat completions stream, and the many that speak it.

https://platform.openai.com/docs/api-reference/chat-streaming: chunks with
`object: chat.completion.chunk` whose `choices[].delta` add up to `choices[].message`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import CARRIES, AssembledMessage, Carries, Problem, Stream, ToolCall
from cassette_cli.source.joined import Joined, Part
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk, Rows

_LAST_OBJECT = "chat.completion.done"
"""Perplexity ends with a chunk of this object and sends no `[DONE]`."""


class OpenAIChat:
    """Chat completion chunks."""

    name = "openai-chat"

    def bid(self, chunks: Sequence[Chunk]) -> Offer:
        """By the object's name, else by choices that hold a delta."""
        for chunk in chunks[:50]:
            value = chunk.json
            if not isinstance(value, dict):
                continue
            if value.get("object") == "chat.completion.chunk":
                return Offer(Bid.SURE, "a chunk's object is chat.completion.chunk")
            if any("delta" in choice for choice in _choices(value)):
                return Offer(Bid.LIKELY, "a chunk's choices have a delta")
        return Offer(Bid.NO, "no chunk has choices with a delta")

    def read(self, body: Layer[str], chunks: Sequence[Chunk], because: str) -> Stream:
        """Join the deltas of every choice."""
        return _Reader(body, chunks).read(self.name, because)


class _Choice:
    """What has come for one choice so far."""

    def __init__(self) -> None:
        self.text: list[Part] = []
        self.reasoning: list[Part] = []
        self.calls: list[_Call] = []
        self.finish: str | None = None

    def message(self, usage: dict[str, Any] | None) -> AssembledMessage:
        """The choice joined."""
        return AssembledMessage(
            Joined(self.text),
            Joined(self.reasoning),
            tuple(ToolCall(call.id, call.name, Joined(call.arguments)) for call in self.calls),
            finish=self.finish,
            usage=usage,
        )

    def call(self, index: Any, call_id: Any) -> _Call:
        """The call that a delta continues, by index; without one by a new id, else the last."""
        for call in self.calls:
            if index is not None and call.index == index:
                return call
        known = [call for call in self.calls if call.id == call_id] if call_id else self.calls
        if index is None and known:
            return known[-1]
        self.calls.append(_Call(index))
        return self.calls[-1]


class _Call:
    """A tool call so far."""

    def __init__(self, index: Any) -> None:
        self.index = index
        self.id: str | None = None
        self.name: str | None = None
        self.arguments: list[Part] = []


class _Reader:
    """Walks the chunks once."""

    def __init__(self, body: Layer[str], chunks: Sequence[Chunk]) -> None:
        self.body = body
        self.chunks = chunks
        self.choices: dict[int, _Choice] = {}
        self.usage: dict[str, Any] | None = None
        self.done = False
        self.failed = False
        self.problems: list[Problem] = []
        self.rows = Rows()

    def read(self, name: str, because: str) -> Stream:
        """The whole stream."""
        for chunk in self.chunks:
            found = list(self._chunk(chunk))
            carried = {kind for kind, _ in found}
            carries = [kind for kind in CARRIES if kind in carried]
            self.failed = self.failed or "error" in carries or chunk.is_error
            self.rows.add(chunk, carries, _row_text(found))
        self.failed = self.failed or any(row.kind == "error" for row in self.rows.rows)
        if not self._complete():
            self._note_truncation()
        return Stream(
            name,
            because,
            self.rows.events,
            self.rows.chunks,
            self.done,
            tuple(choice.message(self.usage) for _, choice in sorted(self.choices.items())),
            tuple(self.rows.rows),
            tuple(self.problems),
            tuple(self.rows.texts),
        )

    def _complete(self) -> bool:
        """Whether every choice came to an end, in whichever of the ways there are."""
        finished = bool(self.choices) and all(one.finish for one in self.choices.values())
        return self.done or self.failed or finished

    def _note_truncation(self) -> None:
        place = self.chunks[-1].place if self.chunks else self.body.whole()
        words = "the stream ends without [DONE] and without a finish reason"
        self.problems.append(Problem("truncated-stream", words, place))

    def _chunk(self, chunk: Chunk) -> Iterator[tuple[Carries, str]]:
        """What a chunk carries, each kind with its text, in the order of the columns."""
        value = chunk.json
        self.done = self.done or chunk.is_done
        if chunk.event.index is None or chunk.is_done or chunk.is_ping:
            return
        if not isinstance(value, dict):
            if chunk.counts:
                self._note_bad_json(chunk)
            return
        self.done = self.done or value.get("object") == _LAST_OBJECT
        for position, choice in enumerate(_choices(value)):
            yield from self._choice(chunk, position, choice)
        if (usage := _usage(value)) is not None:
            self.usage = usage
            yield "usage", ""
        if value.get("error"):
            yield "error", ""

    def _note_bad_json(self, chunk: Chunk) -> None:
        words = "the data of an event is not a JSON object"
        self.problems.append(Problem("invalid-chunk-json", words, chunk.place))

    def _choice(
        self, chunk: Chunk, position: int, value: dict[str, Any]
    ) -> Iterator[tuple[Carries, str]]:
        index = value.get("index")
        number = index if type(index) is int else position
        choice = self.choices.setdefault(number, _Choice())
        delta = value.get("delta")
        if isinstance(delta, dict):
            yield from _delta(_At(chunk, ("choices", position, "delta")), delta, choice)
        finish = value.get("finish_reason")
        if finish not in (None, ""):
            choice.finish = str(finish)
            yield "finish", ""


class _At:
    """A chunk and a route in its JSON."""

    def __init__(self, chunk: Chunk, route: tuple[str | int, ...]) -> None:
        self.chunk = chunk
        self.route = route

    def part(self, text: str, *steps: str | int) -> Part:
        """A part of the message that stands `steps` further down."""
        return self.chunk.part(text, *self.route, *steps)


def _delta(at: _At, delta: dict[str, Any], choice: _Choice) -> Iterator[tuple[Carries, str]]:
    if delta.get("role"):
        yield "role", ""
    for part in _reasoning(at, delta):
        choice.reasoning.append(part)
        yield "reasoning", part[0]
    for part in _texts(at, delta):
        choice.text.append(part)
        yield "text", part[0]
    calls = delta.get("tool_calls")
    for number, call in enumerate(calls if isinstance(calls, list) else []):
        if isinstance(call, dict):
            yield "tool_call", _tool_call(at, number, call, choice)


def _reasoning(at: _At, delta: dict[str, Any]) -> Iterator[Part]:
    """The first of the places that has any: speakers that fill several fill them alike."""
    for name in ("reasoning_content", "reasoning"):
        value = delta.get(name)
        if isinstance(value, str) and value:
            yield at.part(value, name)
            return
    details = delta.get("reasoning_details")
    found = False
    for number, detail in enumerate(details if isinstance(details, list) else []):
        for name in ("text", "summary"):
            if isinstance(detail, dict) and isinstance(detail.get(name), str) and detail[name]:
                found = True
                yield at.part(detail[name], "reasoning_details", number, name)
    if not found:
        yield from _content_parts(at, delta, "thinking")


def _texts(at: _At, delta: dict[str, Any]) -> Iterator[Part]:
    content = delta.get("content")
    if isinstance(content, str):
        if content:
            yield at.part(content, "content")
        return
    yield from _content_parts(at, delta, "text")


def _content_parts(at: _At, delta: dict[str, Any], kind: str) -> Iterator[Part]:
    """Mistral's content: a list of parts; a `thinking` part holds a list of texts itself."""
    content = delta.get("content")
    for number, part in enumerate(content if isinstance(content, list) else []):
        if not isinstance(part, dict) or part.get("type") != kind:
            continue
        value = part.get(kind)
        if isinstance(value, str) and value:
            yield at.part(value, "content", number, kind)
        for inner, piece in enumerate(value if isinstance(value, list) else []):
            if isinstance(piece, dict) and isinstance(piece.get("text"), str) and piece["text"]:
                yield at.part(piece["text"], "content", number, kind, inner, "text")


def _tool_call(at: _At, number: int, value: dict[str, Any], choice: _Choice) -> str:
    """Continue a call, and say what this delta added to it."""
    call_id = value.get("id")
    call = choice.call(value.get("index"), call_id)
    if isinstance(call_id, str):
        call.id = call.id or call_id or None
    function = value.get("function")
    function = function if isinstance(function, dict) else {}
    name = function.get("name")
    added = "" if call.name or not isinstance(name, str) else name
    call.name = call.name or added or None
    arguments = function.get("arguments")
    if isinstance(arguments, str) and arguments:
        call.arguments.append(at.part(arguments, "tool_calls", number, "function", "arguments"))
        return added + ("(" if added else "") + arguments
    return added


def _choices(value: dict[str, Any]) -> list[dict[str, Any]]:
    choices = value.get("choices")
    found = choices if isinstance(choices, list) else []
    return [choice for choice in found if isinstance(choice, dict)]


def _usage(value: dict[str, Any]) -> dict[str, Any] | None:
    """The chunk's usage, or Groq's below `x_groq`."""
    usage = value.get("usage")
    if usage is None and isinstance(value.get("x_groq"), dict):
        usage = value["x_groq"].get("usage")
    return usage if isinstance(usage, dict) else None


def _row_text(found: list[tuple[Carries, str]]) -> str | None:
    """The text of the kind that names the row."""
    for kind in ("tool_call", "text", "reasoning"):
        texts = [text for carried, text in found if carried == kind]
        if texts:
            return "".join(texts)
    return None


STREAM = OpenAIChat()
