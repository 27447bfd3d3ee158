"""What is to become of the entries of a mapping or the items of a sequence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cassette_cli.errors import RefusedError
from cassette_cli.source.kinds import Json
from cassette_cli.source.node import Mapping, Node, Sequence

Holder = Mapping | Sequence


class Literal(str):
    """A text that is to be a literal block, in YAML and where one can hold it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Added:
    """A new entry, or with `key` None a new item. Objects and lists are values too."""

    key: str | None
    value: Json


@dataclass(frozen=True, slots=True, eq=False)
class Delete:
    """Take out the entry or the item at a 0-based index."""

    holder: Holder
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Insert:
    """Put something before the entry or the item at a 0-based index; behind all at their number."""

    holder: Holder
    index: int
    added: Added


@dataclass(frozen=True, slots=True, eq=False)
class Put:
    """Put another value in the place of the one at a 0-based index, its key kept."""

    holder: Holder
    index: int
    value: Json


Change = Delete | Insert | Put


@dataclass(slots=True, eq=False)
class Plan:
    """All changes of one holder: which of its children go, and what comes before which."""

    holder: Holder
    gone: set[int] = field(default_factory=set)
    added: dict[int, list[Added]] = field(default_factory=dict)
    put: dict[int, Json] = field(default_factory=dict)

    def children(self) -> list[int | Added]:
        """What the holder will hold: indices of what stays, and what is new, in order."""
        found: list[int | Added] = []
        for index in range(size(self.holder) + 1):
            found += self.added.get(index, ())
            if index < size(self.holder) and index not in self.gone:
                found.append(index)
        return found

    @property
    def kept(self) -> list[int]:
        """Indices of what stays."""
        return [index for index in range(size(self.holder)) if index not in self.gone]

    def behind(self) -> dict[int | None, list[Added]]:
        """What is new, by the index of what stays before it; None before the first that stays."""
        found: dict[int | None, list[Added]] = {}
        last: int | None = None
        for one in self.children():
            if isinstance(one, int):
                last = one
            else:
                found.setdefault(last, []).append(one)
        return found


def size(holder: Holder) -> int:
    """How many entries or items."""
    return len(holder.entries if isinstance(holder, Mapping) else holder.items)


def child(holder: Holder, index: int) -> Node:
    """The value of an entry, or an item."""
    return holder.entries[index][1] if isinstance(holder, Mapping) else holder.items[index]


def plans(changes: Iterable[Change]) -> list[Plan]:
    """The changes by holder, in the order of the file.

    Raises:
        RefusedError: something is to be deleted or replaced that is not there.
    """
    found: dict[int, Plan] = {}
    for change in changes:
        plan = found.setdefault(id(change.holder), Plan(change.holder))
        if not 0 <= change.index < size(change.holder) + isinstance(change, Insert):
            raise RefusedError("there is no such entry", found=f"index {change.index}")
        match change:
            case Delete():
                plan.gone.add(change.index)
            case Put():
                plan.put[change.index] = change.value
            case Insert():
                plan.added.setdefault(change.index, []).append(change.added)
    return sorted(found.values(), key=lambda plan: plan.holder.start)
