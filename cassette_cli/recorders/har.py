"""HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as Polly.js and browsers write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import (
    Field,
    Header,
    Holds,
    Interaction,
    Request,
    Response,
    Stored,
    Text,
)
from cassette_cli.recorders.exchanges import exchanges, has_list
from cassette_cli.recorders.fields import (
    decimal,
    entry,
    items,
    stored_base64,
    stored_scalar,
    text,
    whole_number,
    words,
)
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.base64_layer import Base64, is_base64
from cassette_cli.source.document import Document
from cassette_cli.source.joined import JoinedBytes
from cassette_cli.source.json_layer import Route, json_tree
from cassette_cli.source.node import Node, Scalar, text_of

Number = TypeVar("Number", int, float)

_LIST: Route = ("log", "entries")
_REPEATED: tuple[tuple[str, Holds], ...] = (("queryString", "parameter"), ("cookies", "cookie"))
"""Lists of names and values that stand in the URL or in the headers as well."""


class Har(Recorder):
    """A file whose `log` has `entries`."""

    name = "har"
    version = "1.2"
    schema = "har"
    resolver = "json"
    list_route = _LIST
    mark = b'"entries"'
    keys = (rb"request", rb"response")
    default_match = ()
    """Polly.js finds an entry by its `_id`, a hash of the live request: what the entry says of the
    request is never compared."""
    hook = "redact the live request alike"

    def bid(self, document: Document) -> Offer:
        """Sure with the two keys."""
        if not has_list(document.root, _LIST):
            return Offer(Bid.NO, "no log with entries")
        creator = text_of(entry(entry(entry(document.root, "log"), "creator"), "name")) or ""
        by = ", written by Polly.js" if creator == "Polly.JS" else ""
        return Offer(Bid.SURE, f"a log with entries{by}")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return _read(document)


def _read(document: Document) -> Iterator[Interaction]:
    for index, route, node in exchanges(document.root, _LIST):
        yield Interaction(
            index,
            _request(document, entry(node, "request")),
            _response(document, entry(node, "response")),
            node,
            route,
            id=whole_number(entry(node, "_order")),
            duration_ms=_known(decimal(entry(node, "time"))),
            recorded_at=words(entry(node, "startedDateTime")),
        )


def _known(number: Number | None) -> Number | None:
    """A number; None for -1, which stands for what the writer did not know."""
    return None if number is not None and number < 0 else number


def _request(document: Document, node: Node | None) -> Request:
    body = entry(node, "postData")
    fields = tuple(_pairs(document, entry(body, "params"), "parameter"))
    return Request(
        "request",
        tuple(_headers(document, node)),
        _stored(document, body),
        lengths=_lengths(document, entry(node, "bodySize")),
        extra=(*_repeated(document, node), *fields),
        media_type=text(document, entry(body, "mimeType")),
        method=text(document, entry(node, "method")),
        url=text(document, entry(node, "url")),
    )


def _response(document: Document, node: Node | None) -> Response:
    content = entry(node, "content")
    redirect = text(document, entry(node, "redirectURL"))
    moved = (Field("redirectURL", redirect, "url"),) if redirect is not None else ()
    return Response(
        "response",
        tuple(_headers(document, node)),
        _stored(document, content),
        lengths=_lengths(document, entry(node, "bodySize"), entry(content, "size")),
        extra=(*_repeated(document, node), *moved),
        media_type=text(document, entry(content, "mimeType")),
        # 0 as well: no answer came.
        status=_known(whole_number(entry(node, "status"))) or None,
        reason=words(entry(node, "statusText")) or None,
    )


def _stored(document: Document, node: Node | None) -> Stored:
    """Text, which browsers have decoded, or base64."""
    written = entry(node, "text")
    if text_of(entry(node, "encoding")) != "base64":
        return stored_scalar(document, written)
    return _stored_pieces(document, written) or stored_base64(document, written)


def _stored_pieces(document: Document, node: Node | None) -> Stored | None:
    """A compressed body as Polly.js keeps it: the JSON of a list of base64 texts, one for each
    piece that arrived (`adapter-node-http/src/index.js`); None where it is none."""
    if not isinstance(node, Scalar) or not node.value.startswith("["):
        return None
    written = document.scalar(node)
    tree = json_tree(written)
    leaves = [tree.leaf(leaf, route) for route, leaf in tree.leaves()] if tree else []
    if not leaves or not all(len(leaf.route) == 1 and is_base64(leaf.value) for leaf in leaves):
        return None
    pieces = [Base64(leaf, leaf.whole().span) for leaf in leaves]
    return Stored("base64", written, JoinedBytes(pieces), node)


def _headers(document: Document, node: Node | None) -> Iterator[Header]:
    for pair in items(entry(node, "headers")):
        name, value = entry(pair, "name"), text(document, entry(pair, "value"))
        if isinstance(name, Scalar):
            yield Header(document.text(name), () if value is None else (value,))


def _repeated(document: Document, node: Node | None) -> Iterator[Field]:
    for key, holds in _REPEATED:
        yield from _pairs(document, entry(node, key), holds)


def _pairs(document: Document, node: Node | None, holds: Holds) -> Iterator[Field]:
    for pair in items(node):
        value = text(document, entry(pair, "value"))
        if value is not None:
            yield Field(text_of(entry(pair, "name")) or "", value, holds)


def _lengths(document: Document, *nodes: Node | None) -> tuple[Text, ...]:
    found = (text(document, node) for node in nodes)
    return tuple(one for one in found if one is not None)


RECORDER = Har()
