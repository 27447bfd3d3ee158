"""Strings that stand at the same place in event after event, whoever streams them.

A protocol joins what its message consists of. But what a model says may be cut into other members
as well (the tokens of `logprobs`, a second copy of the reasoning), and nobody knows the members of
protocols that nobody knows: there, too, a secret may be split.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cassette_cli.model.stream import EventText, Stream
from cassette_cli.source.joined import Joined
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer
from cassette_cli.streams.columns import Column


class Leaf(NamedTuple):
    """A string of an event: all of the data where it is no JSON."""

    text: str
    events: Sequence[EventText]
    column: Column
    at: int

    def layer(self) -> Layer[str]:
        """The link of the chain."""
        number, route = self.column.route(self.at)
        event = self.events[number]
        data = event.data()
        tree = json_tree(data) if event.value is not None else None
        return data if tree is None else tree.at(route)


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


def strands(stream: Stream) -> Iterator[Strand]:
    """Every place at which at least two events hold different strings.

    Which item of a list a string is in makes no other place, unless a member of the item says so.
    """
    events = stream.texts
    values = [one.data().value if one.value is None else one.value for one in events]
    columns = [Column(values)]
    while columns:
        column = columns.pop().flat()
        columns += column.members()
        if column.differs():
            rows = enumerate(column.values)
            yield Strand([Leaf(one, events, column, at) for at, one in rows if type(one) is str])
