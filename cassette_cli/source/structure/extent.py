"""Where an entry or an item begins and ends, with all that belongs to it."""

from __future__ import annotations

from typing import TypeGuard

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Scalar
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.structure.change import Holder, child, size

_BETWEEN = lazy(f"(?:[ \t{BREAKS},\ufeff]|#[^{BREAKS}]*)*")
"""Blanks, breaks, commas and comments: what stands between two entries."""
_TO_BREAK = lazy(f"[ \t]*(?:(?<=[ \t{BREAKS}])#[^{BREAKS}]*|)(\r\n|[{BREAKS}]|\\Z)")
_BLANK_LINES = lazy(f"(?:[ \t]*(?:\r\n|[{BREAKS}]|\\Z))*")
_BEFORE_KEY = lazy(r"(?:\?[ \t]+)?(?:[&!]\S*[ \t]+)*\Z")
_TAG = lazy(r"!\S*[ \t]+\Z")
_KEEPS = lazy(r"[|>]\d?\+")


class Extents:
    """The ranges of a holder's children in the text: `starts[i]` to `ends[i]`.

    A start includes the `-` or `?`, tag and anchor; an end is behind the last character of content,
    of a block scalar behind its last line's break.
    """

    def __init__(self, text: str, holder: Holder) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = _opening(text, holder)
        for index in range(size(holder)):
            found = _BETWEEN.match(text, at)
            assert found is not None, "the expression matches everywhere"
            self.starts.append(found.end())
            at = content_end(text, child(holder, index))
            self.ends.append(at)


def _opening(text: str, holder: Holder) -> int:
    """Where to look for the first child: behind the bracket, or at its own first character."""
    if holder.flow:
        return holder.start + 1 if text[holder.start : holder.start + 1] in "[{" else holder.start
    return _block_start(text, holder)


def _block_start(text: str, holder: Holder) -> int:
    """The first dash; or the first key, with the `?`, tag and anchor before it on its line."""
    if isinstance(holder, SequenceNode) or not holder.entries:
        return holder.start
    key = holder.entries[0][0]
    before = text[line_start(text, key.start) : key.start]
    found = _BEFORE_KEY.search(before) if key.tag or key.anchor or "?" in before else None
    return key.start - (len(found.group()) if found else 0)


def behind_colon(text: str, node: Node) -> int:
    """Where a value begins with its tag, which is no part of its span."""
    if node.tag is None:
        return node.start
    at = line_start(text, node.start)
    found = _TAG.search(text[at : node.start])
    return node.start if found is None else at + found.start()


def content_end(text: str, node: Node) -> int:
    """Behind the last character of a node; of a block scalar, behind its last line's break."""
    leaf = last_leaf(node)
    return _block_scalar_end(text, leaf) if is_block(leaf) else leaf.end


def is_block(node: Node) -> TypeGuard[Scalar]:
    """Whether it is a literal or a folded scalar."""
    return isinstance(node, Scalar) and node.style in ("literal", "folded")


def _block_scalar_end(text: str, leaf: Scalar) -> int:
    """Without the blank lines behind it that are no value."""
    if _KEEPS.match(text, leaf.start) or leaf.value.rstrip("\n")[-1:] in BLANKS:
        return leaf.end
    end = leaf.start + len(text[leaf.start : leaf.end].rstrip(BLANKS + BREAKS))
    return after_line(text[: leaf.end], end)


def last_leaf(node: Node) -> Node:
    """The last node that a node in block style consists of; a flow collection ends itself."""
    while isinstance(node, Mapping | SequenceNode) and not node.flow and size(node):
        node = child(node, size(node) - 1)
    return node


def after_line(text: str, end: int) -> int:
    """Behind the break of the line on which content ends, its comment included."""
    if end and text[end - 1] in BREAKS:
        return end
    found = _TO_BREAK.match(text, end)
    return found.end() if found is not None else end


def after_blank_lines(text: str, start: int) -> int:
    """Behind the lines from an offset on that hold nothing but blanks."""
    found = _BLANK_LINES.match(text, start)
    return found.end() if found is not None else start


def line_start(text: str, start: int) -> int:
    """Where the line of a character begins; behind a byte order mark."""
    at = max(text.rfind(one, 0, start) for one in BREAKS) + 1
    return at + (1 if not at and text[:1] == "\ufeff" else 0)
