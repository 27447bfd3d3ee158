"""What the deltas of one choice add up to so far; the same for every protocol that has deltas."""

from __future__ import annotations

from typing import Any

from cassette_cli.model.stream import AssembledMessage, ToolCall
from cassette_cli.source.joined import Joined, Part


class Call:
    """A tool call so far."""

    def __init__(self) -> None:
        self.id: str | None = None
        self.name: str | None = None
        self.arguments: list[Part] = []


class Choice:
    """One choice so far."""

    def __init__(self) -> None:
        self.text: list[Part] = []
        self.reasoning: list[Part] = []
        self.refusal: list[Part] = []
        self.calls: list[Call] = []
        self.finish: str | None = None
        self._by_index: dict[str, Call] = {}
        self._by_id: dict[str, Call] = {}

    def message(self, usage: dict[str, Any] | None) -> AssembledMessage:
        """The choice joined."""
        return AssembledMessage(
            Joined(self.text),
            Joined(self.reasoning),
            tuple(ToolCall(call.id, call.name, Joined(call.arguments)) for call in self.calls),
            finish=self.finish,
            usage=usage,
            refusal=Joined(self.refusal),
        )

    def call(self, index: Any, call_id: Any, name: Any = None) -> Call:
        """The call that a delta continues, by index; without one by a new id, else the last.

        Another id with a name of its own begins another call: some number all of them 0.
        """
        found = self._known(index, call_id)
        another = call_id and name and found and found.id and found.id != call_id
        if found is None or another:
            found = Call()
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
