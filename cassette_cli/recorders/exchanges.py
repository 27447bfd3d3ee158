"""What the formats with a top-level `interactions:` list have in common."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.recorders.fields import entry, is_null, items
from cassette_cli.source.json_layer import Route
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, Node, Sequence, resolved, text_of


def has_list(root: Node) -> bool:
    """Whether there is an `interactions` key with a list or nothing behind it."""
    if not isinstance(root, Mapping) or root.key_node("interactions") is None:
        return False
    node = root.get("interactions")
    return isinstance(node, Sequence) or is_null(node)


def is_empty(root: Node) -> bool:
    """Whether the list holds nothing at all."""
    return not items(entry(root, "interactions"))


def exchanges(root: Node | None) -> Iterator[tuple[int, Route, Mapping]]:
    """Index, route and mapping of every interaction that is a mapping."""
    for index, node in enumerate(items(entry(root, "interactions"))):
        if isinstance(node, Mapping):
            yield index, ("interactions", index), node


def version(root: Node) -> str | None:
    """The text of the top-level `version`."""
    return text_of(entry(root, "version"))


def request_keys(root: Node) -> set[str]:
    """The names of every key in every request."""
    found: set[str] = set()
    for _, _, node in exchanges(root):
        request = entry(node, "request")
        if isinstance(request, Mapping):
            found.update(text_of(key) or "" for key, _ in entries(request))
    return found


def first_key(root: Node) -> str | None:
    """The first top-level key."""
    if isinstance(root, Mapping) and root.entries:
        return text_of(resolved(root.entries[0][0]))
    return None
