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

_NUMBERS = ("index", "output_index", "content_index", "summary_index", "contentBlockIndex")
"""Members that say which of several texts a delta belongs to."""


_HOLDERS = (dict, list)
_Place = tuple[str | int, ...]


class _Leaf(NamedTuple):
    """A string of an event, and the steps to it; the event's data itself where it is no JSON."""

    text: str
    event: EventText
    route: Route | None

    def layer(self) -> Layer[str]:
        data = self.event.data()
        tree = json_tree(data) if self.route is not None else None
        return data if tree is None or self.route is None else tree.at(self.route)


@dataclass(frozen=True, slots=True)
class Strand:
    """Strings of one place, in the order of the events."""

    leaves: Sequence[_Leaf]

    @property
    def grows(self) -> bool:
        """Whether each begins with the one before it: all that was said so far, again and again."""
        return all(after.text.startswith(before.text) for before, after in pairwise(self.leaves))

    def joined(self) -> Joined:
        """All of them."""
        return Joined([(leaf.text, leaf.layer) for leaf in self.leaves])


def strands(stream: Stream) -> Iterator[Strand]:
    """Every place at which at least two events hold different strings."""
    places: dict[_Place, list[_Leaf]] = {}
    for event in stream.texts:
        if event.value is None:
            places.setdefault((), []).append(_Leaf(event.data().value, event, None))
            continue
        for text, route, place in _strings(event.value):
            places.setdefault(place, []).append(_Leaf(text, event, route))
    for leaves in places.values():
        first = leaves[0].text
        if any(leaf.text != first for leaf in leaves):
            yield Strand(leaves)


def _strings(root: Any) -> Iterator[tuple[str, Route, _Place]]:
    """The strings of an event's JSON, those of a list in its order.

    Their place leaves out which item of a list they are in, unless a member of the item says so.
    """
    stack: list[tuple[Any, Route, _Place]] = [(root, (), ())]
    while stack:
        value, route, place = stack.pop()
        if type(value) is dict:
            place += tuple(value[name] for name in _NUMBERS if type(value.get(name)) is int)
            for name, inner in value.items():
                if type(inner) is str:
                    if inner:
                        yield inner, (*route, name), (*place, name)
                elif type(inner) in _HOLDERS:
                    stack.append((inner, (*route, name), (*place, name)))
        elif type(value) is list:
            items = [(one, (*route, at), place) for at, one in enumerate(value)]
            stack.extend(reversed(items))
        elif type(value) is str and value:
            yield value, route, place
