"""What formats have in common that are a list of exchanges below some keys."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.recorders.fields import entry, is_null, items
from cassette_cli.source.json_layer import Route
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, Node, Sequence, resolved, text_of

INTERACTIONS: Route = ("interactions",)
"""Where go-vcr, vcrpy and pydantic-ai keep their list."""


def has_list(root: Node | None, route: Route = INTERACTIONS) -> bool:
    """Whether the last key of the route is there, with a list or nothing behind it.

    With an empty route, whether the file is a list itself.
    """
    if not route:
        return isinstance(root, Sequence)
    for name in route[:-1]:
        root = entry(root, str(name))
    if not isinstance(root, Mapping) or root.key_node(str(route[-1])) is None:
        return False
    node = root.get(str(route[-1]))
    return isinstance(node, Sequence) or is_null(node)


def listed(root: Node | None, route: Route = INTERACTIONS) -> list[Node]:
    """The items of the list; none where there is no list."""
    for name in route:
        root = entry(root, str(name))
    return items(root)


def is_empty(root: Node | None, route: Route = INTERACTIONS) -> bool:
    """Whether the list holds nothing at all."""
    return not listed(root, route)


def exchanges(
    root: Node | None, route: Route = INTERACTIONS
) -> Iterator[tuple[int, Route, Mapping]]:
    """Index, route and mapping of every item that is a mapping."""
    for index, node in enumerate(listed(root, route)):
        if isinstance(node, Mapping):
            yield index, (*route, index), node


def version(root: Node | None) -> str | None:
    """The text of the top-level `version`."""
    return text_of(entry(root, "version"))


def request_keys(root: Node | None) -> set[str]:
    """The names of every key in every request."""
    found: set[str] = set()
    for _, _, node in exchanges(root):
        request = entry(node, "request")
        if isinstance(request, Mapping):
            found.update(text_of(key) or "" for key, _ in entries(request))
    return found


def first_key(root: Node | None) -> str | None:
    """The first top-level key."""
    if isinstance(root, Mapping) and root.entries:
        return text_of(resolved(root.entries[0][0]))
    return None
