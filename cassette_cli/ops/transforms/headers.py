"""`--drop-header` and `--set-header`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from cassette_cli.errors import UsageError
from cassette_cli.model.cassette import Cassette, Header
from cassette_cli.ops.transforms.entries import header_entry
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.place import file_start, locate
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.structure.change import Delete


@dataclass(frozen=True, slots=True)
class DropHeader:
    """Takes out every header whose name a glob matches, of requests and responses."""

    pattern: str

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """One deletion for each header."""
        draft = Draft()
        for header in _headers(cassette):
            if fnmatchcase(header.name.value.lower(), self.pattern.lower()):
                entry = header_entry(cassette.document, header)
                draft.changes.append(Delete(entry.holder, entry.at))
                draft.made.append(Made("drop-header", entry.route, entry.start))
        return draft


@dataclass(frozen=True, slots=True)
class SetHeader:
    """Gives every header of a name another value; where there is none, none is added."""

    argument: str

    def __post_init__(self) -> None:
        if not self.argument.partition("=")[1]:
            words = f"--set-header {self.argument[:60]} has no value"
            raise UsageError(words, hint="write NAME=VALUE")

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
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
