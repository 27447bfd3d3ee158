"""An event stream as read by its protocol: rows, the message they add up to, and problems."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from cassette_cli.source.joined import Joined
from cassette_cli.source.layer import Layer, Place

Carries = Literal["role", "reasoning", "text", "tool_call", "finish", "usage", "error"]
CARRIES: tuple[Carries, ...] = (
    "role", "reasoning", "text", "tool_call", "finish", "usage", "error",
)  # fmt: skip
"""In the order of a row's columns."""

Said = Carries | Literal["refusal"]
"""What a chunk may say; a refusal has no column of its own."""

RowKind = Literal[
    "error", "tool_call", "text", "reasoning", "finish", "usage",
    "role", "ping", "comment", "done", "other",
]  # fmt: skip
ROW_KINDS: tuple[RowKind, ...] = (
    "error", "tool_call", "text", "reasoning", "finish", "usage",
    "role", "ping", "comment", "done", "other",
)  # fmt: skip
"""In the order in which the first that applies names the row."""


GENERIC = frozenset({"sse", "ndjson", "eventstream"})
"""Protocols of no known provider, whose events add up to no message."""


class Row(NamedTuple):
    """One event of the stream, or one line that is none (a comment, a field SDKs ignore).

    `number` counts rows and `chunk` chunks, both from 0; `text` is what the row adds to the
    message, or what a line says; `detail` what else there is to say of it (finish reason, sum of
    tokens, words of an error); `bytes` is the UTF-8 length of the event's data.
    """

    number: int
    event: str | None
    chunk: int | None
    kind: RowKind
    carries: tuple[Carries, ...]
    text: str | None
    bytes: int
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ToolCall:
    """A call that the client must run; `arguments` as they stood on the wire.

    They are `composed` where the wire carries an object: they were written for it.
    """

    id: str | None
    name: str | None
    arguments: Joined
    composed: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AssembledMessage:
    """What the chunks of one choice add up to, each character knowing the file it came from."""

    text: Joined
    reasoning: Joined
    tool_calls: tuple[ToolCall, ...] = ()
    server_tools: tuple[ToolCall, ...] = ()
    finish: str | None = None
    usage: dict[str, Any] | None = None
    refusal: Joined = field(default_factory=lambda: Joined(()))
    citations: tuple[dict[str, Any], ...] = ()

    def joined(self) -> tuple[Joined, ...]:
        """Every text of the message that was joined from what stands in the stream."""
        return (self.text, self.reasoning, self.refusal, *self.arguments())

    def arguments(self) -> tuple[Joined, ...]:
        """The arguments of every call, but for those whose strings stand in the stream whole."""
        calls = (*self.tool_calls, *self.server_tools)
        return tuple(call.arguments for call in calls if not call.composed)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Problem:
    """What is wrong with a stream: a rule's name, a sentence without content, and the place."""

    rule: str
    message: str
    place: Place


class EventText(NamedTuple):
    """Where an event begins in the body, and how to get its data as a link of the chain; for data
    that holds a text in base64, that text. `value` is its JSON, None where it is none."""

    start: int
    data: Callable[[], Layer[str]]
    value: Any = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stream:
    """A stream read by one protocol.

    `events` counts what the stream dispatches, `chunks` the events less terminator, pings and
    error events; `complete` is true where the protocol's terminator came, or a finish reason where
    it has none.
    """

    protocol: str
    because: str
    events: int
    chunks: int
    complete: bool
    choices: tuple[AssembledMessage, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=())
    texts: tuple[EventText, ...] = field(default=())
    model: str | None = None
    """The model that the answer names."""
    streamed: bool = True
    """False of an answer that came in one piece, which counts as one chunk."""

    def data(self) -> Iterator[Layer[str]]:
        """The data of every event."""
        return (event.data() for event in self.texts)

    def data_at(self, offset: int) -> Layer[str] | None:
        """The data of the event that begins last before a 0-based offset of the body's text."""
        at = bisect_right(self.texts, offset, key=lambda event: event.start) - 1
        return self.texts[at].data() if at >= 0 else None

    @property
    def message(self) -> AssembledMessage:
        """Choice 0, or an empty message."""
        return self.choices[0] if self.choices else AssembledMessage(Joined(()), Joined(()))
