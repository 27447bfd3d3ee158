"""`--fix-encoding`: no header that speaks of a coding the stored body does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.bodies.decode import content_codings
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.ops.transforms.entries import entry_under, header_entry, route_of
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.json_layer import Route
from cassette_cli.source.kinds import Json
from cassette_cli.source.node import text_of
from cassette_cli.source.structure.change import Change, Delete, Put

_HEADER = "content-encoding"


@dataclass(frozen=True, slots=True)
class FixEncoding:
    """Takes `Content-Encoding` out where the body is stored plain: a client that believes it cannot
    read the answer. HAR keeps bodies plain by its definition, and headers as they were sent."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """The changes of each message whose header is wrong."""
        draft = Draft()
        if cassette.recorder.name == "har":
            return draft
        for interaction in cassette.interactions:
            for message in interaction.messages:
                compared = message.side == "request" and "headers" in setting.match_on
                if not is_wrongly_encoded(message) or (compared and not setting.force):
                    continue
                draft.changes += unencoded(cassette, interaction, message)
                for header in (one for one in message.headers if one.is_named(_HEADER)):
                    entry = header_entry(cassette.document, header)
                    draft.made.append(Made("fix-encoding", entry.route, entry.start))
        return draft


def is_wrongly_encoded(message: Message) -> bool:
    """Whether the header names a coding, and the body, which is not empty, is stored plain."""
    body = message.body
    if not content_codings(message) or body.problem is not None or not body.size:
        return False
    return body.data is None or body.data is message.stored.data


def unencoded(cassette: Cassette, interaction: Interaction, message: Message) -> Iterator[Change]:
    """What says that a body is compressed, taken back: as its recorder writes an answer that its
    HTTP library has decompressed."""
    names = [_HEADER]
    route = route_of(interaction, message)
    if entry_under(cassette.document, route, "uncompressed") is not None:
        # Go's http.Response: Uncompressed, ContentLength -1, and neither header.
        names.append("content-length")
        yield from _put(cassette, route, "uncompressed", True)
        yield from _put(cassette, route, "content_length", -1)
    for header in message.headers:
        if any(map(header.is_named, names)):
            entry = header_entry(cassette.document, header)
            yield Delete(entry.holder, entry.at)


def _put(cassette: Cassette, route: Route, name: str, value: Json) -> Iterator[Change]:
    found = entry_under(cassette.document, route, name)
    if found is not None and text_of(found.node) != str(value).lower():
        yield Put(found.holder, found.at, value)
