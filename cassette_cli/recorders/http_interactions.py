"""What Ruby VCR's format and Betamax's, which took it over, have in common."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.cassette import Field, Interaction, Request, Response, Stored
from cassette_cli.recorders.exchanges import exchanges, listed
from cassette_cli.recorders.fields import (
    entry,
    headers,
    stored_base64,
    stored_scalar,
    text,
    whole_number,
    words,
)
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import Mapping, Node, text_of

LIST: Route = ("http_interactions",)


def recorded_with(root: Node | None) -> str:
    """What the file says who recorded it, in lower case: `vcr 6.1.0`, `betamax/0.9.0`.

    R's vcr says it in each interaction.
    """
    first = next(iter(listed(root, LIST)), None)
    named = entry(root, "recorded_with") or entry(first, "recorded_with")
    return (text_of(named) or "").lower()


def read_exchanges(document: Document) -> Iterator[Interaction]:
    """The interactions."""
    for index, route, node in exchanges(document.root, LIST):
        request = entry(node, "request")
        yield Interaction(
            index,
            Request(
                "request",
                headers(document, entry(request, "headers")),
                stored_body(document, entry(request, "body")),
                method=text(document, entry(request, "method")),
                url=text(document, entry(request, "uri")),
            ),
            _response(document, entry(node, "response")),
            node,
            route,
            recorded_at=words(entry(node, "recorded_at")),
        )


def _response(document: Document, node: Node | None) -> Response:
    """The status is a mapping; old Betamax has its code alone, R's vcr either way. Betamax says
    again which URL it came from."""
    status = entry(node, "status")
    codes = [entry(status, "code"), entry(status, "status_code"), entry(node, "status_code")]
    found = (whole_number(code) for code in (*codes, status))
    url = text(document, entry(node, "url"))
    return Response(
        "response",
        headers(document, entry(node, "headers")),
        stored_body(document, entry(node, "body")),
        extra=(Field("url", url, "url"),) if url is not None else (),
        status=next((code for code in found if code is not None), None),
        reason=words(entry(status, "message")) or None,
    )


def stored_body(document: Document, node: Node | None) -> Stored:
    """A text, or a mapping with one under `string`, or with base64 under `base64_string`."""
    if not isinstance(node, Mapping):
        return stored_scalar(document, node)
    charset = words(entry(node, "encoding"))
    encoded = entry(node, "base64_string")
    if encoded is not None:
        return stored_base64(document, encoded, charset)
    return stored_scalar(document, entry(node, "string"), charset)
