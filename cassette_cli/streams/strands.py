"""Strings that stand at the same place in event after event, whoever streams them.

A protocol joins what its message consists of. But what a model says may be cut into other members
as well (the tokens of `logprobs`, a second copy of the reasoning), and nobody knows the members of
protocols that nobody knows: there, too, a secret may be split.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from cassette_cli.model.stream import EventText, Stream
from cassette_cli.source.joined import Joined
from cassette_cli.source.json_layer import Route, json_tree
from cassette_cli.source.layer import Layer

_NUMBERS = frozenset({
    "index", "output_index", "content_index", "summary_index", "contentBlockIndex",
})  # fmt: skip
"""Members that say which of several texts a delta belongs to."""
_HOLDERS = (dict, list)

_Path = tuple[Any, str | int] | None
"""A route from its end: the last step, behind all before it."""


class Leaf(NamedTuple):
    """A string of an event: all of the data where it is no JSON."""

    text: str
    event: EventText
    path: _Path

    def layer(self) -> Layer[str]:
        """The link of the chain."""
        data = self.event.data()
        tree = json_tree(data) if self.event.value is not None else None
        return data if tree is None else tree.at(_route(self.path))


@dataclass(frozen=True, slots=True)
class Strand:
    """Strings of one place, in the order of the events."""

    leaves: Sequence[Leaf]

    @property
    def grows(self) -> bool:
        """Whether each begins with the one before it: all that was said so far, again and again."""
        return all(after.text.startswith(before.text) for before, after in pairwise(self.leaves))

    def joined(self) -> Joined:
        """All of them."""
        return Joined([(leaf.text, leaf.layer) for leaf in self.leaves])


class _Place:
    """What stands at one place of the events, and the places below it."""

    __slots__ = ("below", "found")

    def __init__(self) -> None:
        self.found: list[tuple[str, EventText, _Path]] = []
        self.below: dict[Any, _Place] = {}

    def at(self, step: Any) -> _Place:
        """The place one step below, which nobody has asked for yet."""
        found = self.below[step] = _Place()
        return found


def strands(stream: Stream) -> Iterator[Strand]:
    """Every place at which at least two events hold different strings.

    Which item of a list a string is in makes no other place, unless a member of the item says so.
    """
    root = _Place()
    for event in stream.texts:
        if event.value is None:
            root.found.append((event.data().value, event, None))
        else:
            _add(root, event)
    places = [root]
    while places:
        place = places.pop()
        places += place.below.values()
        if any(text != place.found[0][0] for text, _, _ in place.found):
            yield Strand([Leaf(*one) for one in place.found])


def _add(root: _Place, event: EventText) -> None:
    """Put the strings of an event's JSON to their places, those of a list in its order."""
    stack: list[tuple[Any, _Place, _Path]] = [(event.value, root, None)]
    while stack:
        value, place, path = stack.pop()
        if type(value) is dict:
            if not _NUMBERS.isdisjoint(value):
                numbers = tuple(one for name in _NUMBERS if type(one := value.get(name)) is int)
                place = place.below.get(numbers) or place.at(numbers)
            below = place.below
            for name, inner in value.items():
                if type(inner) is str:
                    (below.get(name) or place.at(name)).found.append((inner, event, (path, name)))
                elif inner and type(inner) in _HOLDERS:
                    stack.append((inner, below.get(name) or place.at(name), (path, name)))
        elif type(value) is list:
            items = [(one, place, (path, at)) for at, one in enumerate(value)]
            stack += reversed(items)
        elif type(value) is str:
            place.found.append((value, event, path))


def _route(path: _Path) -> Route:
    steps: list[str | int] = []
    while path is not None:
        path, step = path
        steps.append(step)
    return tuple(reversed(steps))
