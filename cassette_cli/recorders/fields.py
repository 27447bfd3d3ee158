"""Reading a recorder's fields out of a tree whose shape nobody has checked yet.

Every function takes what may be there and gives None where it is not: a cassette of the wrong
shape is shown and linted, never crashed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Field, Header, Holds, Stored, StoredAs, Text
from cassette_cli.source.document import Document
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of

_GO_DURATION = lazy(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)")
_LONGEST = 100
"""Characters of a duration or another number; Go writes 25 at most."""
_MILLISECONDS = {
    "ns": 1e-6, "us": 1e-3, "µs": 1e-3, "μs": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4, "h": 3.6e6,
}  # fmt: skip


def entry(node: Node | None, name: str) -> Node | None:
    """The value under `name`, where `node` is a mapping that has it, or that merges it in."""
    if not isinstance(node, Mapping):
        return None
    found = node.get(name)
    if found is not None or node.key_node("<<") is None:
        return found
    return next((resolved(value) for key, value in entries(node) if text_of(key) == name), None)


def items(node: Node | None) -> list[Node]:
    """The items of a sequence, aliases followed; none for anything else."""
    return [resolved(item) for item in node.items] if isinstance(node, Sequence) else []


def text(document: Document, node: Node | None) -> Text | None:
    """The layer of a scalar that holds text."""
    if not isinstance(node, Scalar) or is_null(node):
        return None
    return document.text(node)


def words(node: Node | None) -> str | None:
    """The text of a scalar; None where there is none, or a null."""
    return None if is_null(node) else text_of(node)


def whole_number(node: Node | None) -> int | None:
    """A decimal integer, however it is quoted."""
    value = text_of(node) or ""
    return int(value) if re.fullmatch(r"-?[0-9]{1,18}", value) else None


def decimal(node: Node | None) -> float | None:
    """A number as JSON writes it."""
    try:
        value = float((text_of(node) or "")[:_LONGEST])
    except ValueError:
        return None
    return value if isfinite(value) else None


def is_null(node: Node | None) -> bool:
    """Whether there is nothing, or a plain YAML null."""
    if node is None:
        return True
    words = ("", "~", "null", "Null", "NULL")
    return isinstance(node, Scalar) and node.style == "plain" and node.value in words


def headers(document: Document, node: Node | None) -> tuple[Header, ...]:
    """Headers as a mapping of names to values or lists of values, or as a list of pairs."""
    return tuple(
        Header(document.text(name), tuple(_values(document, value)))
        for name, value in _header_entries(node)
        if isinstance(name, Scalar)
    )


def _header_entries(node: Node | None) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, Mapping):
        for key, value in entries(node):
            yield resolved(key), resolved(value)
    for pair in items(node):
        parts = items(pair)
        if len(parts) == 2:
            yield parts[0], parts[1]


def _values(document: Document, node: Node) -> Iterator[Text]:
    for value in items(node) if isinstance(node, Sequence) else [node]:
        if isinstance(value, Scalar) and not is_null(value):
            yield document.text(value)


def stored_scalar(document: Document, node: Node | None, charset: str | None = None) -> Stored:
    """A body held by one scalar: text, or base64 where its tag says so.

    `charset` is what the recorder says of its bytes.
    """
    if not isinstance(node, Scalar) or is_null(node):
        return Stored("none")
    data = document.binary(node)
    stored_as: StoredAs = "text" if data is None else "base64"
    return Stored(stored_as, document.scalar(node), data, node, charset)


def stored_base64(document: Document, node: Node | None, charset: str | None = None) -> Stored:
    """A body whose field says that it is base64; it is text where that is not true."""
    if not isinstance(node, Scalar) or is_null(node):
        return Stored("none")
    data = document.base64(node)
    if data is None:
        return stored_scalar(document, node, charset)
    return Stored("base64", document.scalar(node), data, node, charset)


def go_duration_ms(node: Node | None) -> float | None:
    """A Go duration (`547.22ms`, `1m2.5s`) or a number of nanoseconds, in milliseconds.

    The grammar is that of Go's `time.ParseDuration`.
    """
    value = (text_of(node) or "")[:_LONGEST].removeprefix("+")
    if re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value) / 1e6
    sign = -1 if value.startswith("-") else 1
    value = value.removeprefix("-")
    parts = _GO_DURATION.findall(value)
    if not parts or "".join(number + unit for number, unit in parts) != value:
        return None
    return sign * round(sum(float(number) * _MILLISECONDS[unit] for number, unit in parts), 6)


def named_texts(document: Document, node: Node | None, name: str) -> Iterator[Field]:
    """Every text under a node, called by the key nearest above it; `name` is the node's own."""
    stack = [] if node is None else [(name, node)]
    while stack:
        name, node = stack.pop()
        node = resolved(node)
        if isinstance(node, Scalar) and not is_null(node):
            holds: Holds = "url" if name == "request_uri" else "parameter"
            yield Field(name, document.text(node), holds)
        elif isinstance(node, Mapping):
            inner = [(text_of(key) or name, value) for key, value in entries(node)]
            stack += reversed(inner)
        elif isinstance(node, Sequence):
            stack += [(name, item) for item in reversed(node.items)]
