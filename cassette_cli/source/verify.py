"""The proof: what was not asked to change has not changed, and what was has exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cassette_cli.errors import RefusedError
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Scalar
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.spans import Edit


class Wanted(NamedTuple):
    """A scalar, by the 0-based offset it starts at, and the value it is to have."""

    start: int
    value: str


def verify(
    before: Document, after: Document, edits: Sequence[Edit[str]], wanted: Sequence[Wanted]
) -> None:
    """Compare both trees node by node.

    Every target has its wanted value; every other node has the same kind, value, tag, anchor,
    style and source.

    Raises:
        RefusedError: they differ anywhere else; that is a bug, and nothing may be written.
    """
    targets = dict(wanted)
    if before.parsed.unusual is None and after.parsed.unusual is not None:
        raise _disproved("what the recorder's own parser can read")
    if _is_json(before.value) and not _is_json(after.value):
        raise _disproved("being JSON")
    if len(before.parsed.roots) != len(after.parsed.roots):
        raise _disproved("the number of documents")
    olds, news = walk(before.parsed.roots), walk(after.parsed.roots)
    for old in olds:
        new = next(news, None)
        if new is None or not _alike(old, new):
            raise _disproved("the structure")
        if isinstance(old, Scalar) and isinstance(new, Scalar):
            _check_scalar(before, after, old, new, targets)
    if next(news, None) is not None:
        raise _disproved("the structure")
    if targets:
        raise _disproved("a value that was to change")
    _check_outside(before.value, after.value, edits)


def _check_scalar(
    before: Document, after: Document, old: Scalar, new: Scalar, targets: dict[int, str]
) -> None:
    value = targets.pop(old.start, None)
    if value is not None:
        if new.value != value:
            raise _disproved("a value that was to change")
    elif (
        old.style != new.style
        or old.value != new.value
        or before.value[old.start : old.end] != after.value[new.start : new.end]
    ):
        raise _disproved("a value that was to stay")


def _alike(old: Node, new: Node) -> bool:
    return (
        type(old) is type(new)
        and old.tag == new.tag
        and old.anchor == new.anchor
        and _size(old) == _size(new)
    )


def _size(node: Node) -> int:
    if isinstance(node, Mapping):
        return len(node.entries)
    return len(node.items) if isinstance(node, SequenceNode) else 0


def _is_json(text: str) -> bool:
    """Whether a file, here read as YAML, is JSON as well: its recorder reads it as that."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    try:
        json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def walk(roots: Sequence[Node]) -> Iterator[Node]:
    """Every node of the file once, in its order; an alias is a leaf."""
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            for key, value in reversed(node.entries):
                stack += (value, key)
        elif isinstance(node, SequenceNode):
            stack.extend(reversed(node.items))


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
