"""Where a node hangs: what changes of the structure are told in."""

from __future__ import annotations

from typing import NamedTuple

from cassette_cli.model.cassette import Cassette, Header, Interaction, Message
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import Mapping, Node, Scalar, resolved, text_of
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.place import file_start, locate
from cassette_cli.source.structure.change import Holder, child


class Entry(NamedTuple):
    """An entry of a mapping or an item of a list: its holder, its 0-based place there, and the way
    to it from the top of the file."""

    holder: Holder
    at: int
    route: Route

    @property
    def node(self) -> Node:
        """What stands there."""
        return child(self.holder, self.at)

    @property
    def start(self) -> int:
        """Its 0-based offset in the file, the key included."""
        if isinstance(self.holder, Mapping):
            return self.holder.entries[self.at][0].start
        return self.holder.items[self.at].start


def entry_under(document: Document, route: Route, name: str) -> Entry | None:
    """The last entry of a name in the mapping that a route leads to, as parsers take it."""
    holder = document.node_at(route)
    if not isinstance(holder, Mapping):
        return None
    found = [at for at, (key, _) in enumerate(holder.entries) if text_of(key) == name]
    return Entry(holder, found[-1], (*route, name)) if found else None


def entry_of(cassette: Cassette, message: Message) -> Entry | None:
    """The entry whose value is the scalar of a body; None where it stands behind an alias, or is
    no scalar."""
    stored = message.stored
    if stored.text is None or not isinstance(stored.node, Scalar):
        return None
    route = locate(cassette.document, stored.text.whole()).route
    found = entry_under(cassette.document, route[:-1], str(route[-1])) if route else None
    return found if found is not None and found.node is stored.node else None


def header_entry(document: Document, header: Header) -> Entry:
    """A header: an entry of a mapping by names, or a pair in a list as in HAR."""
    start = file_start(header.name.whole())
    route = locate(document, header.name.whole()).route
    holder = document.node_at(route[:-1])
    if isinstance(holder, Mapping):
        for index, (key, _) in enumerate(holder.entries):
            if key.start <= start < key.end:
                return Entry(holder, index, route)
    above = document.node_at(route[:-2])
    assert isinstance(above, SequenceNode), "a header is an entry, or a pair in a list"
    index = next(at for at, one in enumerate(above.items) if resolved(one) is holder)
    return Entry(above, index, route[:-1])


def route_of(interaction: Interaction, message: Message) -> Route:
    """The way to the request or the response of an interaction."""
    return (*interaction.route, message.side)
