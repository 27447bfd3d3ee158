"""OpenAI's chat completions stream, and the many that speak it.

https://platform.openai.com/docs/api-reference/chat-streaming: chunks with
`object: chat.completion.chunk` whose `choices[].delta` add up to `choices[].message`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import CARRIES, Problem, Said, Stream
from cassette_cli.source.layer import Layer
from cassette_cli.streams.choice import Choice
from cassette_cli.streams.chunk import Chunk, Rows
from cassette_cli.streams.openai_delta import Delta, add_delta

_LAST_OBJECT = "chat.completion.done"
"""Perplexity ends with a chunk of this object and sends no `[DONE]`."""

_TEXTS: tuple[Said, ...] = ("tool_call", "text", "reasoning")
"""Kinds that add to the message."""

_WORDS: tuple[Said, ...] = ("error", "refusal", "finish", "usage")
"""Kinds that have something to say."""


class OpenAIChat:
    """Chat completion chunks."""

    name = "openai-chat"

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """By the object's name, else by choices that hold a delta."""
        for chunk in chunks[:50]:
            value = chunk.json
            if not isinstance(value, dict):
                continue
            if value.get("object") == "chat.completion.chunk":
                return Offer(Bid.SURE, "a chunk's object is chat.completion.chunk")
            if any("delta" in choice for _, choice in _choices(value)):
                return Offer(Bid.LIKELY, "a chunk's choices have a delta")
        return Offer(Bid.NO, "no chunk has choices with a delta")

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """Join the deltas of every choice."""
        return _Reader(body, chunks).read(self.name, because)


class _Reader:
    """Walks the chunks once."""

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        self.body = body
        self.chunks = chunks
        self.choices: dict[int, Choice] = {}
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
            self.rows.add(chunk, carries, _first(found, _TEXTS), _first(found, _WORDS))
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

    def _chunk(self, chunk: Chunk) -> Iterator[tuple[Said, str]]:
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
        for position, choice in _choices(value):
            yield from self._choice(chunk, position, choice)
        if (usage := _usage(value)) is not None:
            self.usage = usage
            yield "usage", _total(usage)
        if value.get("error"):
            yield "error", _complaint(value["error"])

    def _note_bad_json(self, chunk: Chunk) -> None:
        words = "the data of an event is not a JSON object"
        self.problems.append(Problem("invalid-chunk-json", words, chunk.place))

    def _choice(
        self, chunk: Chunk, position: int, value: dict[str, Any]
    ) -> Iterator[tuple[Said, str]]:
        index = value.get("index")
        number = index if type(index) is int else position
        choice = self.choices.setdefault(number, Choice())
        delta = value.get("delta")
        if isinstance(delta, dict):
            yield from add_delta(Delta(chunk, position, delta), choice)
        finish = value.get("finish_reason")
        if finish not in (None, ""):
            choice.finish = str(finish)
            yield "finish", choice.finish


def _choices(value: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each choice with its place in the list."""
    choices = value.get("choices")
    for position, choice in enumerate(choices if isinstance(choices, list) else []):
        if isinstance(choice, dict):
            yield position, choice


def _usage(value: dict[str, Any]) -> dict[str, Any] | None:
    """The chunk's usage, or Groq's below `x_groq`."""
    usage = value.get("usage")
    if usage is None and isinstance(value.get("x_groq"), dict):
        usage = value["x_groq"].get("usage")
    return usage if isinstance(usage, dict) else None


def _total(usage: dict[str, Any]) -> str:
    total = usage.get("total_tokens")
    return f"{total} tokens" if isinstance(total, int) else ""


def _complaint(error: Any) -> str:
    """The words of an error, wherever the speaker puts them."""
    words = error.get("message") if isinstance(error, dict) else error
    return words if isinstance(words, str) else ""


def _first(found: list[tuple[Said, str]], kinds: Sequence[Said]) -> str | None:
    """The text of the first of these kinds that came."""
    for kind in kinds:
        texts = [text for carried, text in found if carried == kind]
        if texts:
            return "".join(texts)
    return None


STREAM = OpenAIChat()
