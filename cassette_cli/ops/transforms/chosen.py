"""The transforms that a command line asks for, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.errors import UsageError
from cassette_cli.ops.transforms.decode import Decode
from cassette_cli.ops.transforms.dedupe import Dedupe
from cassette_cli.ops.transforms.encoding import FixEncoding
from cassette_cli.ops.transforms.headers import DropHeader, SetHeader
from cassette_cli.ops.transforms.interactions import Drop
from cassette_cli.ops.transforms.lengths import FixLengths
from cassette_cli.ops.transforms.literal import ToLiteral
from cassette_cli.ops.transforms.pointers import PointerEdits
from cassette_cli.ops.transforms.pretty import PrettyJson
from cassette_cli.ops.transforms.replace import Replace, Where
from cassette_cli.ops.transforms.transform import Transform
from cassette_cli.ops.transforms.upgrade import Upgrade
from cassette_cli.ops.transforms.volatile import DropVolatile


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
    decode: bool = False
    upgrade: bool = False
    dedupe: bool = False
    drop_volatile: bool = False
    fix_encoding: bool = False
    pretty_json: bool = False
    literal: bool = False
    fix_lengths: bool = False


def chosen(wishes: Wishes, where: Where, *, regex: bool, exports: bool = False) -> list[Transform]:
    """Edits at pointers first, as the file still is what it was when they were looked up; lengths
    last, when bodies are what they will be.

    Raises:
        UsageError: nothing is asked for, or two things that contradict each other.
    """
    if not any(wishes) and not exports:
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
    flags = (
        (wishes.decode, Decode()),
        (wishes.upgrade, Upgrade()),
        (wishes.dedupe, Dedupe()),
        (wishes.drop_volatile, DropVolatile()),
        (wishes.fix_encoding, FixEncoding()),
        (wishes.pretty_json, PrettyJson()),
        (wishes.literal, ToLiteral()),
        (wishes.fix_lengths, FixLengths()),
    )
    return found + [transform for wanted, transform in flags if wanted]
