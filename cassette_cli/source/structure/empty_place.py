"""Where the `{}` or `[]` of a holder belongs that stands on lines of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence as Items

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Sequence
from cassette_cli.source.structure.change import Holder, size
from cassette_cli.source.structure.extent import Extents

_TO_VALUE = lazy(r"[ \t]*:(?:[ \t]+[&!]\S*)*")
_TO_ITEM = lazy(r"-(?:[ \t]+[&!]\S*)*")


def empty_place(text: str, roots: Items[Node], holder: Holder) -> int | None:
    """The offset behind the `:` or `-`, and the properties, that a holder stands below; None for
    one that is the document's root."""
    parent = _parent(roots, holder)
    if parent is None:
        return None
    above, index = parent
    if isinstance(above, Mapping):
        found = _TO_VALUE.match(text, above.entries[index][0].end)
    else:
        found = _TO_ITEM.match(text, Extents(text, above).starts[index])
    return found.end() if found is not None else None


def _parent(roots: Items[Node], holder: Holder) -> tuple[Holder, int] | None:
    """What holds the holder, and where: found on the way down to its first character."""
    stack = list(roots)
    while stack:
        node = stack.pop()
        if not isinstance(node, Mapping | Sequence) or not size(node):
            continue
        values = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
        at = next((at for at, one in enumerate(values) if one is holder), None)
        if at is not None:
            return node, at
        near = bisect_right(values, holder.start, key=lambda one: one.start)
        stack += values[max(near - 2, 0) : near]
    return None
