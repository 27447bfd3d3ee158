"""`--drop` and `--keep`: whole interactions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.ops.select import select
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Scalar
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.structure.change import Change, Delete, Put

_NUMBER = "id"
"""The key under which go-vcr numbers its interactions."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Takes out what any of the selectors names, or, to `keep` these, all others."""

    selectors: Sequence[str]
    keep: bool = False

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One deletion for each interaction, and new numbers for those that stay."""
        draft = Draft()
        named = {one.index for one in select(cassette.interactions, self.selectors)}
        gone = [one for one in cassette.interactions if (one.index in named) is not self.keep]
        stays = [one for one in cassette.interactions if (one.index in named) is self.keep]
        for one in gone:
            holder, index = place_of(cassette.document, one)
            draft.changes.append(Delete(holder, index))
            name = "keep" if self.keep else "drop"
            draft.made.append(Made(name, one.route, holder.items[index].start))
        if gone:
            draft.changes += renumbered(cassette, stays)
        return draft


def place_of(document: Document, interaction: Interaction) -> tuple[SequenceNode, int]:
    """The list that an interaction is in, and its 0-based index there.

    Raises:
        RefusedError: it is all of the file.
    """
    holder, last = document.node_at(interaction.route[:-1]), interaction.route[-1:]
    if not isinstance(holder, SequenceNode) or not last or not isinstance(last[0], int):
        raise RefusedError(
            "an interaction that is all of the file cannot be taken out", hint="delete the file"
        )
    return holder, last[0]


def renumbered(cassette: Cassette, stays: Sequence[Interaction]) -> Iterator[Change]:
    """Numbers that ran from 0, run from 0 again."""
    if [one.id for one in cassette.interactions] != list(range(len(cassette.interactions))):
        return
    for number, one in enumerate(stays):
        if one.id == number or not isinstance(one.node, Mapping):
            continue
        for index, (key, value) in enumerate(one.node.entries):
            is_id = isinstance(key, Scalar) and key.value == _NUMBER
            if is_id and isinstance(value, Scalar):
                yield Put(one.node, index, number)
