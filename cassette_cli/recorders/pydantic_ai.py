"""What pydantic-ai's own recorders keep of wires that are no HTTP: the frames of a websocket, and
gRPC calls (`tests/realtime/`, `tests/models/xai_proto_cassettes.py` of its repository)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Direction, Field, Interaction, Request, Response, Stored
from cassette_cli.recorders.exchanges import (
    INTERACTIONS,
    exchanges,
    first_key,
    has_list,
    is_empty,
    listed,
    version,
)
from cassette_cli.recorders.fields import entry, items, stored_scalar, text
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.document import Document
from cassette_cli.source.node import Mapping, Node, Scalar, text_of

_CALLS = (("request_sample", "response_sample"), ("request_stream", "response_stream"))
_JSON = ("json", "chunks_json")
_RAW = ("raw", "chunks_raw")


class PydanticAi(Recorder):
    """A file whose `interactions` are frames with a direction, or samples of gRPC calls."""

    name = "pydantic-ai"
    version = "1"
    schema = "pydantic-ai"
    resolver = "pyyaml"
    list_route = INTERACTIONS
    mark = b"interactions"
    keys = (rb"direction|request_(?:sample|stream)", rb"data|response_(?:sample|stream)")
    default_match = ()
    """Frames and calls are replayed in their order."""
    hook = "redact the live messages alike"

    def bid(self, document: Document) -> Offer:
        """Sure by the first interaction; an empty file may be its own too."""
        root = document.root
        if not has_list(root):
            return Offer(Bid.NO, "no list of interactions")
        if version(root) not in ("1", None):
            return Offer(Bid.NO, "no version: 1")
        if is_empty(root):
            own = first_key(root) == "version" and document.parsed.format == "yaml"
            return Offer(Bid.MAYBE if own else Bid.NO, "version: 1 and no interactions")
        first = listed(root)[0]
        if is_frame(first):
            return Offer(Bid.SURE, "interactions that are frames of a websocket")
        if is_call(first):
            return Offer(Bid.SURE, "interactions that are gRPC calls")
        return Offer(Bid.NO, "interactions that are no frames and no gRPC calls")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The frames or calls."""
        return _read(document)


def is_frame(node: Node | None) -> bool:
    """Whether an interaction is a frame of a websocket."""
    return entry(node, "direction") is not None and entry(node, "request") is None


def is_call(node: Node | None) -> bool:
    """Whether an interaction is a gRPC call."""
    return any(entry(node, name) is not None for names in _CALLS for name in names)


def _read(document: Document) -> Iterator[Interaction]:
    for index, route, node in exchanges(document.root):
        if is_frame(node):
            request, response, direction = _frame(document, node)
            called = text(document, entry(entry(node, "data"), "type"))
            yield Interaction(
                index, request, response, node, route,
                kind="websocket", direction=direction, called=called,
            )  # fmt: skip
        elif is_call(node):
            sent, got = (_side(node, position) for position in (0, 1))
            request = Request("request", (), _message(document, sent), extra=_raw(document, sent))
            response = Response("response", (), _message(document, got), extra=_raw(document, got))
            called = text(document, entry(entry(sent, "json"), "model"))
            yield Interaction(index, request, response, node, route, kind="grpc", called=called)


def _frame(document: Document, node: Mapping) -> tuple[Request, Response, Direction]:
    """What was sent is the request, what was received the response; the other one is empty."""
    stored, empty = _data(document, entry(node, "data")), Stored("none")
    sent = text_of(entry(node, "direction")) == "sent"
    return (
        Request("request", (), stored if sent else empty),
        Response("response", (), empty if sent else stored),
        "sent" if sent else "received",
    )


def _data(document: Document, node: Node | None) -> Stored:
    """A tree, or a text or bytes."""
    if node is None or isinstance(node, Scalar):
        return stored_scalar(document, node)
    return Stored("tree", node=node)


def _side(node: Node, position: int) -> Node | None:
    found = (entry(node, names[position]) for names in _CALLS)
    return next((one for one in found if one is not None), None)


def _message(document: Document, node: Node | None) -> Stored:
    """The message as JSON, which stands beside its bytes."""
    found = (entry(node, name) for name in _JSON)
    return _data(document, next((one for one in found if one is not None), None))


def _raw(document: Document, node: Node | None) -> tuple[Field, ...]:
    """The same as protobuf, byte for character where it is no text."""
    found = (entry(node, name) for name in _RAW)
    texts = (text(document, one) for each in found for one in (each, *items(each)))
    return tuple(Field("raw", one, "bytes") for one in texts if one is not None)


RECORDER = PydanticAi()
