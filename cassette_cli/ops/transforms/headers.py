"""`--drop-header` and `--set-header`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from cassette_cli.errors import UsageError
from cassette_cli.model.cassette import Cassette, Header
from cassette_cli.ops.transforms.transform import Draft, Made
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.node import Mapping, resolved
from cassette_cli.source.node import Sequence as SequenceNode
from cassette_cli.source.place import file_start, locate
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.change import Delete, Holder


@dataclass(frozen=True, slots=True)
class DropHeader:
    """Takes out every header whose name a glob matches, of requests and responses."""

    pattern: str

    def draft(self, cassette: Cassette) -> Draft:
        """One deletion for each header."""
        draft = Draft()
        for header in _headers(cassette):
            if fnmatchcase(header.name.value.lower(), self.pattern.lower()):
                holder, index, route = _entry(cassette.document, header)
                draft.changes.append(Delete(holder, index))
                draft.made.append(Made("drop-header", route, file_start(header.name.whole())))
        return draft


@dataclass(frozen=True, slots=True)
class SetHeader:
    """Gives every header of a name another value; where there is none, none is added."""

    argument: str

    def __post_init__(self) -> None:
        if not self.argument.partition("=")[1]:
            words = f"--set-header {self.argument[:60]} has no value"
            raise UsageError(words, hint="write NAME=VALUE")

    def draft(self, cassette: Cassette) -> Draft:
        """One edit for each value."""
        name, _, value = self.argument.partition("=")
        draft = Draft()
        named = (one for one in _headers(cassette) if one.is_named(name.lower()))
        for text in (text for header in named for text in header.values):
            if text.value != value:
                draft.edits.append(LayerEdit(text, Edit(Span(0, len(text.value)), value)))
                route = locate(cassette.document, text.whole()).route
                draft.made.append(Made("set-header", route, file_start(text.whole())))
        return draft


def _headers(cassette: Cassette) -> Iterator[Header]:
    for interaction in cassette.interactions:
        for message in interaction.messages:
            yield from message.headers


def _entry(document: Document, header: Header) -> tuple[Holder, int, Route]:
    """What holds a header, and where: a mapping by names, or a list of pairs as in HAR."""
    start = file_start(header.name.whole())
    route = locate(document, header.name.whole()).route
    holder = document.node_at(route[:-1])
    if isinstance(holder, Mapping):
        for index, (key, _) in enumerate(holder.entries):
            if key.start <= start < key.end:
                return holder, index, route
    above = document.node_at(route[:-2])
    assert isinstance(above, SequenceNode), "a header is an entry, or a pair in a list"
    index = next(at for at, one in enumerate(above.items) if resolved(one) is holder)
    return above, index, route[:-1]
