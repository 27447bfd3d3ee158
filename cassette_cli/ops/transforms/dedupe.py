"""`--dedupe`: of interactions that are exactly alike the first."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import chain

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.ops.transforms.interactions import place_of, renumbered
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of
from cassette_cli.source.structure.change import Delete

_OWN = frozenset({"id", "duration", "recorded_at", "recorded_with"})
"""What the recorder adds of its own to interactions and their messages: a number, how long it took,
and when."""
_FORCED = "go-vcr"
"""Plays an interaction once; a test that asks five times needs five of them."""
_ONCE = {
    "vcrpy": "allow_playback_repeats=True",
    "ruby-vcr": "allow_playback_repeats: true",
    "betamax": "allow_playback_repeats=True",
}
"""The same of others, and the option with which they play one as often as it is asked for."""


@dataclass(frozen=True, slots=True)
class Dedupe:
    """Takes out every interaction that repeats one before it."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One deletion for each, and new numbers for those that stay.

        Raises:
            RefusedError: it is go-vcr's, and nobody said `--force`.
        """
        draft = Draft()
        gone, stays = _repeated(cassette)
        if not gone:
            return draft
        if cassette.recorder.name == _FORCED and not setting.force:
            raise RefusedError(
                f"go-vcr plays each interaction once, and {_listed(gone)} may each be asked for",
                hint="--force takes them out; the test then needs ReplayableInteractions",
            )
        for one in gone:
            holder, index = place_of(cassette.document, one)
            draft.changes.append(Delete(holder, index))
            draft.made.append(Made("dedupe", one.route, holder.items[index].start))
        draft.changes += renumbered(cassette, stays)
        option = _ONCE.get(cassette.recorder.name)
        if option is not None:
            draft.notes.append(f"a test that asks for one again needs {option}")
        return draft


def _repeated(cassette: Cassette) -> tuple[list[Interaction], list[Interaction]]:
    """Those that repeat one before them, and the others."""
    seen: set[Hashable] = set()
    gone: list[Interaction] = []
    stays: list[Interaction] = []
    for one in cassette.interactions:
        key = tuple(_content(one.node))
        (gone if key in seen else stays).append(one)
        seen.add(key)
    return gone, stays


def _content(node: Node) -> Iterator[Hashable]:
    """Every key and value below a node, in the order of the file, however they are written."""
    stack: list[tuple[int, Node]] = [(0, node)]
    while stack:
        depth, node = stack.pop()
        node = resolved(node)
        if isinstance(node, Scalar):
            yield depth, node.value, node.tag, node.style == "plain"
        elif isinstance(node, Sequence):
            yield depth, "-"
            stack += [(depth + 1, item) for item in reversed(node.items)]
        elif isinstance(node, Mapping):
            yield depth, ":"
            named = ((text_of(pair[0]), pair) for pair in node.entries)
            entries = [pair for name, pair in named if depth > 1 or name not in _OWN]
            stack += [(depth + 1, part) for part in reversed(list(chain(*entries)))]


def _listed(gone: list[Interaction]) -> str:
    numbers = [str(one.index) for one in gone]
    shown = ", ".join(numbers[:5]) + (" ..." if len(numbers) > 5 else "")
    return f"interaction {shown}" if len(numbers) == 1 else f"interactions {shown}"
