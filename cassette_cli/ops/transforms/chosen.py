"""The transforms that a command line asks for, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.errors import UsageError
from cassette_cli.ops.transforms.headers import DropHeader, SetHeader
from cassette_cli.ops.transforms.interactions import Drop
from cassette_cli.ops.transforms.pointers import PointerEdits
from cassette_cli.ops.transforms.replace import Replace, Where
from cassette_cli.ops.transforms.transform import Transform


class Wishes(NamedTuple):
    """The options of `rewrite`, each as often as it was given."""

    set_value: Sequence[str]
    set_text: Sequence[str]
    delete: Sequence[str]
    insert: Sequence[str]
    drop: Sequence[str]
    keep: Sequence[str]
    drop_header: Sequence[str]
    set_header: Sequence[str]
    replace: Sequence[str]


def chosen(wishes: Wishes, where: Where, *, regex: bool) -> list[Transform]:
    """Edits at pointers first, as the file still is what it was when they were looked up.

    Raises:
        UsageError: nothing is asked for, or two things that contradict each other.
    """
    if not any(wishes):
        raise UsageError("there is nothing to do", hint="add --set, --drop or another transform")
    if wishes.drop and wishes.keep:
        raise UsageError("--drop and --keep exclude each other", hint="give one of them")
    found: list[Transform] = []
    if wishes.set_value or wishes.set_text or wishes.delete or wishes.insert:
        found.append(
            PointerEdits(
                sets=wishes.set_value,
                texts=wishes.set_text,
                deletes=wishes.delete,
                inserts=wishes.insert,
            )
        )
    if wishes.drop or wishes.keep:
        found.append(Drop(wishes.drop or wishes.keep, keep=bool(wishes.keep)))
    found += map(DropHeader, wishes.drop_header)
    found += map(SetHeader, wishes.set_header)
    found += (Replace.of(argument, where, regex=regex) for argument in wishes.replace)
    return found
