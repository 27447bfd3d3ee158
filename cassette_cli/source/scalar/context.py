"""What must be known to write a scalar and cannot be seen on the scalar itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from collections.abc import Sequence as Items
from dataclasses import dataclass

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence
from cassette_cli.source.scalar.chars import BREAK, BREAKS

_PROPERTIES_BEFORE = lazy(r"(?:(?:&\S+|!\S*)[ \t]+)+\Z")
_COLON = lazy("[ \t]*:")
_BLANKS_AFTER = lazy("[ \t]*")


@dataclass(frozen=True, slots=True)
class ScalarContext:
    """The surroundings of one scalar.

    `column` is the 0-based column of the innermost block collection around it, -1 at the root.
    `flow` says whether any `[` or `{` is open, `key` whether the scalar is, or is inside, a key.
    `around` counts the characters that a key shares its 1,024 with: tag, anchor, blanks.
    `resolve` names the type (`str`, `int`, `null` ...) of a plain text for the file's recorder.
    """

    column: int
    flow: bool
    key: bool
    line_break: str
    resolve: Callable[[str], str]
    around: int = 0

    @property
    def indent(self) -> str:
        """Indentation for a new line of the scalar, two columns inside the parent."""
        return " " * (max(self.column, 0) + 2)


def scalar_context(
    text: str, roots: Items[Node], node: Scalar, resolve: Callable[[str], str]
) -> ScalarContext:
    """The context of `node`, found by walking down to it from the roots of its file."""
    column, flow, key = -1, False, False
    current: Node | None = _at(roots, node)
    while isinstance(current, Mapping | Sequence):
        flow = flow or current.flow
        if not flow:
            column = column_of(text, current.start)
        if isinstance(current, Mapping):
            current, in_key = _in_mapping(current, node)
            key = key or (in_key and current is not None and (flow or _implicit(text, current)))
        else:
            current = _at(current.items, node)
    around = _around(text, node) if key else 0
    return ScalarContext(column, flow, key, line_break_of(text), resolve, around)


def column_of(text: str, offset: int) -> int:
    """0-based column in characters, as libyaml counts: its five breaks, no byte order mark."""
    start = text.rfind("\n", 0, offset) + 1
    for line_break in BREAKS:
        start = max(start, text.rfind(line_break, start, offset) + 1)
    return offset - start - (1 if not start and text[:1] == "\ufeff" else 0)


def line_break_of(text: str) -> str:
    """The line break that `text` uses first; LF where it has none."""
    found = BREAK.search(text)
    return found.group() if found else "\n"


def _at(nodes: Items[Node], node: Scalar) -> Node | None:
    index = bisect_right(nodes, node.start, key=lambda each: each.start) - 1
    while index > 0 and nodes[index] is not node and nodes[index - 1].start == node.start:
        index -= 1
    return nodes[index] if index >= 0 else None


def _in_mapping(mapping: Mapping, node: Scalar) -> tuple[Node | None, bool]:
    """The key or the value that `node` is or stands in, and whether it is the key."""
    entries = mapping.entries
    index = bisect_right(entries, node.start, key=lambda entry: entry[0].start) - 1
    for key, value in entries[max(index - 1, 0) : index + 1]:
        if node is key or node is value:
            return node, node is key
    if index < 0:
        return None, False
    key, value = entries[index]
    return (value, False) if value.start <= node.start else (key, True)


def _implicit(text: str, key: Node) -> bool:
    """Whether a key of a block mapping stands without `?`: on one line with its colon."""
    if isinstance(key, Scalar) and key.style in ("literal", "folded"):
        return False
    colon = _COLON.match(text, key.end)
    return colon is not None and not BREAK.search(text, key.start, key.end)


def _around(text: str, node: Scalar) -> int:
    line = text[node.start - column_of(text, node.start) : node.start]
    found = _PROPERTIES_BEFORE.search(line)
    after = _BLANKS_AFTER.match(text, node.end)
    return (len(found.group()) if found else 0) + (len(after.group()) if after else 0)
