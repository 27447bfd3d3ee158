"""What the deltas of one choice add up to so far; the same for every protocol that has deltas."""

from __future__ import annotations

from typing import Any

from cassette_cli.model.stream import AssembledMessage, ToolCall
from cassette_cli.source.joined import Joined, Part


class Call:
    """A tool call so far."""

    def __init__(self, index: Any) -> None:
        self.index = index
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
        for call in reversed(self.calls):
            if index is not None and call.index == index:
                another = bool(call_id and name and call.id and call.id != call_id)
                return self._begun(index) if another else call
        known = [call for call in self.calls if call.id == call_id] if call_id else self.calls
        if index is None and known:
            return known[-1]
        return self._begun(index)

    def _begun(self, index: Any) -> Call:
        self.calls.append(Call(index))
        return self.calls[-1]
