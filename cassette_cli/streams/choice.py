"""What the deltas of one choice add up to so far; the same for every protocol that has deltas."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from cassette_cli.model.stream import AssembledMessage, Said, ToolCall
from cassette_cli.source.joined import Joined, Part

Saying = tuple[Said, str]
"""What a chunk carries, and its text."""
Order = tuple[int, ...]
"""Where a block stands among the others of a message, however its deltas come."""


class Pieces:
    """Parts of one text. Those of blocks that are numbered are joined in the order of numbers."""

    def __init__(self) -> None:
        self._parts: list[tuple[Order, Part]] = []
        self._orders: set[Order] = set()

    def add(self, part: Part, order: Order = ()) -> None:
        """One more; of equal numbers the first comes first."""
        self._parts.append((order, part))
        self._orders.add(order)

    def has(self, order: Order = ()) -> bool:
        """Whether anything came of the block with this number, or of one within it."""
        return any(one[: len(order)] == order for one in self._orders)

    def joined(self) -> Joined:
        """All of them."""
        return Joined([part for _, part in sorted(self._parts, key=lambda one: one[0])])


class Arguments(NamedTuple):
    """More of a call's arguments; `composed` where they were written for an object on the wire."""

    parts: list[Part]
    composed: bool = False


class Call:
    """A tool call so far; `by_server` where the provider ran it itself."""

    def __init__(self, order: Order = (), *, by_server: bool = False) -> None:
        self.order = order
        self.by_server = by_server
        self.id: str | None = None
        self.name: str | None = None
        self.arguments: list[Part] = []
        self.composed = False

    def known_as(self, call_id: Any, name: Any) -> str:
        """Take an id and a name where they are the first that are none of them empty.

        Returns the name where it is news.
        """
        if isinstance(call_id, str):
            self.id = self.id or call_id or None
        added = "" if self.name or not isinstance(name, str) else name
        self.name = self.name or added or None
        return added

    def named(self, more: Any) -> str:
        """Take a name, or the rest of one: it may come in pieces, but also whole with every delta.

        Returns what is news.
        """
        if not isinstance(more, str) or (self.name and (self.arguments or more in self.name)):
            return ""
        self.name = (self.name or "") + more or None
        return more

    def add(self, more: Arguments) -> str:
        """Add to the arguments; returns what was added.

        Text takes the place of an object that came before it: an empty one, or all of them.
        """
        if self.composed and more.parts and not more.composed:
            self.arguments, self.composed = [], False
        self.arguments += more.parts
        self.composed |= more.composed
        return "".join(part[0] for part in more.parts)

    def told(self) -> ToolCall:
        """The call joined."""
        return ToolCall(self.id, self.name, Joined(self.arguments), self.composed)


class Choice:
    """One choice so far."""

    def __init__(self) -> None:
        self.text = Pieces()
        self.reasoning = Pieces()
        self.refusal = Pieces()
        self.calls: list[Call] = []
        self.citations: list[dict[str, Any]] = []
        self.finish: str | None = None
        self._by_index: dict[str, Call] = {}
        self._by_id: dict[str, Call] = {}

    def say(
        self, kind: Literal["text", "reasoning", "refusal"], part: Part, order: Order = ()
    ) -> Saying:
        """Add a part to one of the texts; returns what a chunk with it carries."""
        pieces: Pieces = getattr(self, kind)
        pieces.add(part, order)
        return kind, part[0]

    def ends(self, reason: Any) -> Saying:
        """Take the finish reason, in the provider's own word."""
        self.finish = str(reason)
        return "finish", self.finish

    def message(
        self, usage: dict[str, Any] | None, citations: list[dict[str, Any]]
    ) -> AssembledMessage:
        """The choice joined, with what stands beside all of them."""
        calls = sorted(self.calls, key=lambda call: call.order)
        return AssembledMessage(
            self.text.joined(),
            self.reasoning.joined(),
            tuple(call.told() for call in calls if not call.by_server),
            tuple(call.told() for call in calls if call.by_server),
            self.finish,
            usage,
            self.refusal.joined(),
            tuple(self.citations or citations),
        )

    def begin(self, call_id: Any, name: Any, order: Order = (), *, by_server: bool = False) -> Call:
        """A call that is told apart from the others by its place alone."""
        call = Call(order, by_server=by_server)
        call.known_as(call_id, name)
        self.calls.append(call)
        return call

    def call(self, index: Any, call_id: Any, name: Any = None, order: Order = ()) -> Call:
        """The call that a delta continues, by index; without one by a new id, else the last.

        Another id with a name of its own begins another call: some number all of them 0.
        """
        found = self._known(index, call_id)
        another = call_id and name and found and found.id and found.id != call_id
        if found is None or another:
            found = Call(order)
            self.calls.append(found)
        if index is not None:
            self._by_index[str(index)] = found
        if call_id:
            self._by_id[str(call_id)] = found
        return found

    def _known(self, index: Any, call_id: Any) -> Call | None:
        if index is not None:
            return self._by_index.get(str(index))
        if call_id:
            return self._by_id.get(str(call_id))
        return self.calls[-1] if self.calls else None
