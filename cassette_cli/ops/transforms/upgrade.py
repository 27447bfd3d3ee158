"""`--upgrade`: older formats in the one that the recorder writes today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.ops.lengths import wire_length
from cassette_cli.ops.transforms.encoding import is_wrongly_encoded, unencoded
from cassette_cli.ops.transforms.entries import Entry, entry_under, route_of
from cassette_cli.ops.transforms.transform import Draft, Made, Setting
from cassette_cli.source.kinds import Json
from cassette_cli.source.node import Mapping, Scalar, Sequence
from cassette_cli.source.structure.change import Added, Change, Delete, Insert, Put, size


@dataclass(frozen=True, slots=True)
class Upgrade:
    """go-vcr's format 1 becomes 2 as go-vcr v4 writes it; vcrpy's recordings of httpx before 5.0
    become ordinary ones, and a file without `version` gets one."""

    def draft(self, cassette: Cassette, setting: Setting) -> Draft:
        """The entries that come, go and change."""
        del setting
        match cassette.recorder.name, cassette.recorder.version:
            case "go-vcr", "1":
                return _go_vcr(cassette)
            case "vcrpy", _:
                return _vcrpy(cassette)
        return Draft()


def _go_vcr(cassette: Cassette) -> Draft:
    """The fields of go-vcr v4's `cassette.Request` and `cassette.Response`, empty ones left out."""
    draft = Draft(becomes="go-vcr-v2")
    version = entry_under(cassette.document, (), "version")
    if version is not None:
        draft.changes.append(Put(version.holder, version.at, 2))
    for one in cassette.interactions:
        if isinstance(one.node, Mapping) and one.node.key_node("id") is None:
            draft.changes.append(Insert(one.node, 0, Added("id", one.index)))
        draft.changes += _missing(cassette, one, one.request, {"host": _host(one)})
        draft.changes += _missing(cassette, one, one.response, {})
        draft.changes += _empty(cassette, one)
        draft.changes += _duration(cassette, one)
        draft.made.append(Made("upgrade", one.route, one.node.start))
    draft.notes.append(
        "go-vcr v4 compares more than v1 did: headers, body, lengths; set a matcher,"
        " or record what then misses again"
    )
    return draft


def _missing(
    cassette: Cassette, interaction: Interaction, message: Message, more: dict[str, Json]
) -> Iterator[Change]:
    """The protocol and the length, before all that stands there."""
    holder = cassette.document.node_at(route_of(interaction, message))
    if not isinstance(holder, Mapping) or not holder.entries:
        return
    values: dict[str, Json] = {"proto": "HTTP/1.1", "proto_major": 1, "proto_minor": 1}
    values |= {"content_length": wire_length(message), **more}
    for name, value in values.items():
        if holder.key_node(name) is None:
            yield Insert(holder, 0, Added(name, value))


def _host(interaction: Interaction) -> str:
    """As Go's `http.NewRequest` takes it from the URL."""
    url = interaction.request.url
    try:
        return urlsplit(url.value).netloc.rpartition("@")[2] if url is not None else ""
    except ValueError:
        return ""


def _empty(cassette: Cassette, interaction: Interaction) -> Iterator[Change]:
    """What go-vcr v4 leaves out of a request where it is empty."""
    route = route_of(interaction, interaction.request)
    for name in ("body", "form", "headers"):
        found = entry_under(cassette.document, route, name)
        if found is not None and _is_empty(found):
            yield Delete(found.holder, found.at)


def _is_empty(entry: Entry) -> bool:
    node = entry.node
    if isinstance(node, Mapping | Sequence):
        return not size(node) and not node.anchor
    return isinstance(node, Scalar) and not node.value and not node.anchor


def _duration(cassette: Cassette, interaction: Interaction) -> Iterator[Change]:
    """An empty text is no duration to Go's YAML."""
    route = route_of(interaction, interaction.response)
    found = entry_under(cassette.document, route, "duration")
    if found is not None and _is_empty(found):
        yield Put(found.holder, found.at, "0s")


def _vcrpy(cassette: Cassette) -> Draft:
    draft = Draft()
    root = cassette.document.root
    for one in cassette.interactions:
        changes = list(_httpx(cassette, one))
        if changes:
            draft.changes += changes
            draft.made.append(Made("upgrade", one.route, one.node.start))
    if isinstance(root, Mapping) and root.key_node("version") is None:
        draft.changes.append(Insert(root, size(root), Added("version", 1)))
        draft.made.append(Made("upgrade", ("version",), root.start))
    return draft


def _httpx(cassette: Cassette, interaction: Interaction) -> Iterator[Change]:
    """`status_code`, `content` and `http_version` become `status` and `body` (what vcrpy's
    `_deserialize_response` does as it replays); the content was stored decompressed."""
    route = route_of(interaction, interaction.response)
    code = entry_under(cassette.document, route, "status_code")
    content = entry_under(cassette.document, route, "content")
    if code is None or content is None:
        return
    stored = interaction.response.stored
    if stored.stored_as != "text" or stored.text is None:
        raise RefusedError(
            f"the content of interaction {interaction.index} is no text, and cannot be moved",
            hint="--decode may make it one",
        )
    number = interaction.response.status or 0
    yield Insert(content.holder, content.at, Added("body", {"string": stored.text.value}))
    yield Delete(content.holder, content.at)
    yield Insert(
        code.holder, code.at, Added("status", {"code": number, "message": _phrase(number)})
    )
    yield Delete(code.holder, code.at)
    version = entry_under(cassette.document, route, "http_version")
    if version is not None:
        yield Delete(version.holder, version.at)
    if is_wrongly_encoded(interaction.response):
        yield from unencoded(cassette, interaction, interaction.response)


def _phrase(code: int) -> str:
    return HTTPStatus(code).phrase if code in {*HTTPStatus} else ""
