"""One walk over a stream: what every protocol needs, but for what its chunks carry."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.model.event import DAMAGE
from cassette_cli.model.stream import CARRIES, Problem, Said, Stream
from cassette_cli.source.layer import Layer, Place
from cassette_cli.streams.checks import checked
from cassette_cli.streams.choice import Choice, Saying
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.continuity import Continuity
from cassette_cli.streams.rows import Rows
from cassette_cli.streams.values import complaint

_TEXTS: tuple[Said, ...] = ("tool_call", "text", "reasoning")
"""Kinds that add to the message."""
_WORDS: tuple[Said, ...] = ("error", "refusal", "finish", "usage")
"""Kinds that have something to say."""


class Reading(ABC):
    """Reads the chunks of one stream, or the only one of an answer that was not streamed."""

    terminator: str | None = None
    """What ends every stream of this protocol behind its finish reason, in words."""
    streamed = True

    def __init__(self, body: Layer[Any], chunks: Sequence[Chunk]) -> None:
        self.body = body
        self.chunks = chunks
        self.choices: dict[int, Choice] = {}
        self.usage: dict[str, Any] | None = None
        self._used: Chunk | None = None
        self.model: str | None = None
        self.citations: list[dict[str, Any]] = []
        self.ended = False
        self.failed = False
        self.problems: list[Problem] = []
        self.rows = Rows()
        self.continuity = Continuity()

    @abstractmethod
    def says(self, chunk: Chunk, value: dict[str, Any]) -> Iterator[Saying]:
        """What the object of a chunk carries, each kind with its text; adds it to the choices."""

    def other(self, chunk: Chunk) -> Iterator[Saying]:
        """What a chunk carries that is no JSON object."""
        self.note("invalid-chunk-json", "the data of an event is not a JSON object", chunk)
        yield from ()

    def detail(self, chunk: Chunk) -> str:
        """What a row says of a chunk that says nothing itself."""
        del chunk
        return ""

    def unpacked(self, chunk: Chunk) -> Chunk:
        """The chunk that another one holds, where it does."""
        return chunk

    def row_text(self, chunk: Chunk, said: str | None) -> str | None:
        """The text of a chunk's row: what it adds to the message."""
        del chunk
        return said

    def choice(self, number: int = 0) -> Choice:
        """The choice of this number."""
        found = self.choices.get(number)
        if found is None:
            found = self.choices[number] = Choice()
        return found

    def uses(self, usage: dict[str, Any]) -> Saying:
        """Take the usage for the last that came; returns what a chunk with it carries."""
        self.usage = usage
        names = ("total_tokens", "totalTokenCount", "totalTokens")
        total = next((usage[name] for name in names if isinstance(usage.get(name), int)), None)
        return "usage", "" if total is None else f"{total:,} tokens"

    def cites(self, *lists: Any) -> None:
        """Take the sources that stand beside the choices, for the last that came."""
        for found in lists:
            if isinstance(found, list) and found:
                urls = ({"url": one} if isinstance(one, str) else one for one in found)
                self.citations = [one for one in urls if isinstance(one, dict)]

    def identify(self, chunk: Chunk, stream_id: Any, model: Any) -> None:
        """Take the id and the model that a chunk names."""
        if isinstance(model, str) and model and self.model is None:
            self.model = model
        self.continuity.named("id", stream_id, chunk)
        self.continuity.named("model", model, chunk)

    def note(self, rule: str, words: str, chunk: Chunk) -> None:
        """Note a problem of a chunk."""
        self.problems.append(Problem(rule, words, chunk.place))

    def read(self, name: str, because: str) -> Stream:
        """The whole stream."""
        for chunk in self.chunks:
            self._read_chunk(chunk)
        if self.streamed:
            self.problems += self.continuity.problems()
            self.note_missing()
        choices = tuple(
            choice.message(self.usage, self.citations) for _, choice in sorted(self.choices.items())
        )
        return Stream(
            name,
            because,
            self.rows.events,
            self.rows.chunks,
            self.ended if self.terminator and self.streamed else self.finished,
            choices,
            tuple(self.rows.rows),
            (*self.problems, *checked(choices, self.usage, self._used)),
            tuple(self.rows.texts),
            self.model,
            self.streamed,
        )

    def _read_chunk(self, chunk: Chunk) -> None:
        told: dict[Said, str] = {}
        for kind, text in self._told(chunk):
            told[kind] = told[kind] + text if kind in told else text
        carries = [kind for kind in CARRIES if kind in told]
        words = _first(told, _WORDS) or self.detail(chunk)
        said = self.row_text(chunk, _first(told, _TEXTS))
        self.rows.add(self.unpacked(chunk), carries, said, words)
        self._note_asides(chunk)
        if "usage" in told:
            self._used = chunk
        if "error" in told:
            self.failed = True
            self.note("stream-error", "the stream holds an error", chunk)

    def _note_asides(self, chunk: Chunk) -> None:
        for aside in chunk.event.asides:
            place = Place(chunk.body, aside.span)
            if aside.name == "error":
                self.failed = True
                words = "the stream holds a line `error:` that every client skips"
                self.problems.append(Problem("stream-error", words, place))
            elif aside.name == DAMAGE:
                words = f"a frame of the stream is damaged: {aside.value}"
                self.problems.append(Problem("damaged-frame", words, place))

    def _told(self, chunk: Chunk) -> Iterator[Saying]:
        """What a chunk carries, in the order of the columns."""
        self.ended = self.ended or chunk.is_done
        if chunk.is_error:
            yield "error", complaint(chunk.json) or chunk.data
        elif chunk.counts:
            known = isinstance(chunk.json, dict)
            yield from self.says(chunk, chunk.json) if known else self.other(chunk)

    @property
    def finished(self) -> bool:
        """Whether every choice has its finish reason."""
        return bool(self.choices) and all(one.finish for one in self.choices.values())

    def note_missing(self) -> None:
        """What is not there at the end of the stream."""
        if self.ended or self.failed or not self.chunks:
            return
        end = self.chunks[-1]
        if not self.finished:
            missing = f"without {self.terminator} and " if self.terminator else ""
            words = f"the stream ends {missing}without a finish reason"
            self.note("truncated-stream", words, end)
        elif self.terminator:
            self.note("missing-terminator", f"the stream ends without {self.terminator}", end)


def _first(told: dict[Said, str], kinds: Sequence[Said]) -> str | None:
    """The text of the first of these kinds that came."""
    for kind in kinds:
        if kind in told:
            return told[kind]
    return None
