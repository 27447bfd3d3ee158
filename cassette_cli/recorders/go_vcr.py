"""What go-vcr v1 and v2 share: Go's `http.Header`, one string as body, fields in Go's spelling."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.model.cassette import Field, Interaction, Request, Response, Text
from cassette_cli.recorders.exchanges import exchanges
from cassette_cli.recorders.fields import (
    entry,
    go_duration_ms,
    headers,
    named_texts,
    stored_scalar,
    text,
    whole_number,
    words,
)
from cassette_cli.source.document import Document
from cassette_cli.source.node import Node


def read_exchanges(document: Document) -> Iterator[Interaction]:
    """The interactions of a go-vcr file of either version."""
    for index, route, node in exchanges(document.root):
        request, response = entry(node, "request"), entry(node, "response")
        number = whole_number(entry(node, "id"))
        if number is None:
            number = whole_number(entry(request, "id"))
        yield Interaction(
            index,
            _request(document, request),
            _response(document, response),
            node,
            route,
            id=number,
            duration_ms=go_duration_ms(entry(response, "duration")),
        )


def _request(document: Document, node: Node | None) -> Request:
    return Request(
        "request",
        headers(document, entry(node, "headers")),
        stored_scalar(document, entry(node, "body")),
        lengths=_lengths(document, node),
        method=text(document, entry(node, "method")),
        url=text(document, entry(node, "url")),
        extra=_extra(document, node, ("form", "host", "remote_addr", "request_uri", "trailer")),
    )


def _response(document: Document, node: Node | None) -> Response:
    status = words(entry(node, "status")) or ""
    code = whole_number(entry(node, "code"))
    return Response(
        "response",
        headers(document, entry(node, "headers")),
        stored_scalar(document, entry(node, "body")),
        lengths=_lengths(document, node),
        status=code,
        reason=status.removeprefix(str(code)).strip() or None,
        extra=_extra(document, node, ("trailer",)),
    )


def _lengths(document: Document, node: Node | None) -> tuple[Text, ...]:
    stated = text(document, entry(node, "content_length"))
    return () if stated is None else (stated,)


def _extra(document: Document, node: Node | None, names: tuple[str, ...]) -> tuple[Field, ...]:
    found = (named_texts(document, entry(node, name), name) for name in names)
    return tuple(field for fields in found for field in fields)
