"""What `rewrite` did: for people, and as objects of `cassette/rewrite/v1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.ops.masks import Masks
from cassette_cli.ops.rewrite import Rewritten
from cassette_cli.output.foreign import one_line
from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.units import plural


def concise(path: str, result: Rewritten, masks: Masks) -> Iterator[StyledLine]:
    """A line an edit: `chat.yaml:41:24: set /interactions/0/response/code`."""
    for one in result.edits:
        place = f"{one_line(path)}:{one.line}:{one.column}: "
        yield [Run(place, "bold"), Run(one.transform, "cyan"), Run(f" {_pointer(one, masks)}")]


def full(path: str, result: Rewritten, masks: Masks, verb: str) -> Iterator[StyledLine]:
    """The file, and its edits by place."""
    count = plural(len(result.edits), "edit")
    yield [Run(one_line(path), "bold"), Run(f": {verb} {count}", "dim")]
    places = [f"{one.line}:{one.column}" for one in result.edits]
    room = max(8, *map(len, places)) + 2
    for place, one in zip(places, result.edits, strict=True):
        words = [Run(one.transform, "cyan"), Run(f" {_pointer(one, masks)}")]
        yield [Run("  " + place.ljust(room), "dim"), *words]


def file_object(path: str, result: Rewritten, masks: Masks) -> dict[str, Any]:
    """One file; its edits are in its order."""
    edits = [
        {
            "transform": one.transform,
            "pointer": masks.words(one.pointer),
            "line": one.line,
            "column": one.column,
        }
        for one in sorted(result.edits, key=lambda one: (one.line, one.column))
    ]
    return {"path": path, "changed": result.changed, "edits": edits}


def _pointer(one: Any, masks: Masks) -> str:
    return one_line(masks.words(one.pointer))
