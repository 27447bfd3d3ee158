"""The proof: what was not asked to change has not changed, and what was has exactly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.errors import RefusedError
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Scalar, every_node
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.scalar.chars import BLANKS, BREAKS
from cassette_cli.source.spans import Edit, Span, splice
from cassette_cli.source.structure.change import Plan
from cassette_cli.source.structure.expected import Fresh, expected_nodes, is_as_new

_SPACE = BLANKS + BREAKS


class Wanted(NamedTuple):
    """A scalar, by the 0-based offset it starts at, and the value it is to have."""

    start: int
    value: str


def verify(
    before: Document,
    after: Document,
    edits: Sequence[Edit[str]],
    wanted: Sequence[Wanted],
    planned: Sequence[Plan] = (),
) -> None:
    """Compare both trees node by node.

    Every target has its wanted value, what was planned to go or to come has gone and come; every
    other node has the same kind, value, tag, anchor, style and source.

    Raises:
        RefusedError: they differ anywhere else; that is a bug, and nothing may be written.
    """
    targets = dict(wanted)
    if before.parsed.unusual is None and after.parsed.unusual is not None:
        raise _disproved("what the recorder's own parser can read")
    if before.parsed.format == "json" and after.parsed.format != "json":
        raise _disproved("being JSON")
    if len(before.parsed.roots) != len(after.parsed.roots):
        raise _disproved("the number of documents")
    news = every_node(after.parsed.roots)
    for old, children in expected_nodes(before.parsed.roots, planned):
        new = next(news, None)
        if new is None or not _alike(old, new, children, after.resolver):
            raise _disproved("the structure")
        if isinstance(old, Scalar) and isinstance(new, Scalar):
            source = after.value[new.start : new.end]
            if not _as_wanted(old, new, targets) and not _kept(before.value, old, source, edits):
                raise _disproved("a value that was to stay")
    if next(news, None) is not None:
        raise _disproved("the structure")
    if targets:
        raise _disproved("a value that was to change")
    _check_outside(before.value, after.value, edits)


def _as_wanted(old: Scalar, new: Scalar, targets: dict[int, str]) -> bool:
    """Whether it was to change and has; False where it was to stay as it is."""
    value = targets.pop(old.start, None)
    if value is not None and new.value != value:
        raise _disproved("a value that was to change")
    if value is None and (old.style != new.style or old.value != new.value):
        raise _disproved("a value that was to stay")
    return value is not None


def _kept(text: str, node: Scalar, source: str, edits: Sequence[Edit[str]]) -> bool:
    """Whether a scalar is written as before, but for the comment behind its `|` or `>`."""
    start, end = node.start, node.end
    if text[start:end] == source:
        return True
    if node.style in ("literal", "folded") and text[start:end].rstrip(_SPACE) == source.rstrip(
        _SPACE
    ):
        return True  # the blank lines behind it, which are no value, have another owner
    inside = [
        Edit(Span(a - start, b - start), words) for (a, b), words in edits if start < a and b <= end
    ]
    return splice(text[start:end], inside) == source


def _alike(old: Node | Fresh, new: Node, children: int, resolver: str) -> bool:
    if isinstance(old, Fresh):
        return is_as_new(new, old, children, resolver)
    return (
        type(old) is type(new)
        and old.tag == new.tag
        and old.anchor == new.anchor
        and _size(new) == children
    )


def _size(node: Node) -> int:
    if isinstance(node, Mapping):
        return len(node.entries)
    return len(node.items) if isinstance(node, SequenceNode) else 0


def _check_outside(before: str, after: str, edits: Sequence[Edit[str]]) -> None:
    """What stands between the edits is the same, comments and blanks included."""
    shift, end = 0, 0
    for (start, stop), replacement in edits:
        if before[end:start] != after[end + shift : start + shift]:
            raise _disproved("the text around it")
        shift += len(replacement) - (stop - start)
        end = stop
    if before[end:] != after[end + shift :]:
        raise _disproved("the text around it")


def _disproved(what: str) -> RefusedError:
    return RefusedError(
        f"the edited file, read again, differs in {what}",
        hint="nothing was written; this is a bug, please report the shape of the file",
    )
