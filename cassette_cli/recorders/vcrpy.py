"""vcrpy's YAML (`vcr/serialize.py`, `vcr/serializers/yamlserializer.py`), and its dialects.

Bodies stand under `body: {string: ...}`, in old httpx recordings under `content`, and in
pydantic-ai's under `parsed_body` as a YAML tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Interaction, Request, Response, Stored
from cassette_cli.recorders.exchanges import (
    INTERACTIONS,
    exchanges,
    first_key,
    has_list,
    is_empty,
    request_keys,
    version,
)
from cassette_cli.recorders.fields import (
    entry,
    headers,
    is_null,
    stored_scalar,
    text,
    whole_number,
    words,
)
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.recorders.unsupported import is_cassetter
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Sequence


class Vcrpy(Recorder):
    """A file with a list of `interactions` whose requests have a `uri`."""

    name = "vcrpy"
    version = "1"
    schema = "vcrpy"
    resolver = "pyyaml"
    list_route = INTERACTIONS
    mark = b"interactions"
    keys = (rb"request", rb"response")
    default_match = ("method", "scheme", "host", "port", "path", "query")
    hook = "filter the live request alike with before_record_request or filter_* options"

    def bid(self, document: Document) -> Offer:
        """Sure with a `uri`; the version may be missing in old files."""
        root = document.root
        if not has_list(root):
            return Offer(Bid.NO, "no list of interactions")
        if version(root) not in ("1", None):
            return Offer(Bid.NO, "no version: 1")
        if is_cassetter(root):
            return Offer(Bid.NO, "cassetter wrote it")
        keys = request_keys(root)
        if "uri" in keys:
            return Offer(Bid.SURE, "interactions whose requests have a uri")
        if not is_empty(root):
            return Offer(Bid.NO, "requests have no uri")
        if first_key(root) == "interactions" and version(root) == "1":
            return Offer(Bid.LIKELY, "the empty interactions stand before version: 1")
        return Offer(Bid.MAYBE, "no interactions")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return _read(document)


def _read(document: Document) -> Iterator[Interaction]:
    for index, route, node in exchanges(document.root):
        request, response = entry(node, "request"), entry(node, "response")
        yield Interaction(
            index,
            Request(
                "request",
                headers(document, entry(request, "headers")),
                _stored(document, request),
                method=text(document, entry(request, "method")),
                url=text(document, entry(request, "uri")),
            ),
            _response(document, response),
            node,
            route,
            recorded_at=words(entry(node, "recorded_at")),
        )


def _response(document: Document, node: Node | None) -> Response:
    status = entry(node, "status")
    code = whole_number(entry(status, "code"))
    if code is None:
        code = whole_number(entry(node, "status_code"))
    return Response(
        "response",
        headers(document, entry(node, "headers")),
        _stored(document, node),
        status=code,
        reason=words(entry(status, "message")) or None,
    )


def _stored(document: Document, node: Node | None) -> Stored:
    """The body of either side, wherever this dialect keeps it.

    With aiohttp the body of a request may be a list of pairs, or a mapping: a form's fields.
    """
    tree = entry(node, "parsed_body")
    if tree is not None and not is_null(tree):
        return Stored("tree", node=tree)
    body = entry(node, "body")
    if isinstance(body, Mapping) and (not body.entries or body.get("string") is not None):
        return stored_scalar(document, entry(body, "string"))
    if isinstance(body, Mapping | Sequence):
        return Stored("tree", node=body)
    return stored_scalar(document, entry(node, "content") if body is None else body)


RECORDER = Vcrpy()
