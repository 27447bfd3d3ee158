"""From a place anywhere in the chain to the file: the one function that makes a place concrete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cassette_cli.errors import Where
from cassette_cli.lazy import lazy
from cassette_cli.source.document import Document
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.json_layer import JsonBare, JsonString, Route
from cassette_cli.source.layer import Contiguous, Layer, Place
from cassette_cli.source.markup import Comment, Markup
from cassette_cli.source.spans import Span, joined

_INDEX = lazy(r"0|[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a file: 1-based line and column in characters, the end exclusive.

    `spans` are the 0-based character ranges of the file, in order; `route` leads to the node in
    the file's own structure, `body_route` to the value inside a JSON body, `record` is the 0-based
    event of a stream.
    """

    start: Where
    end: Where
    spans: tuple[Span, ...]
    route: Route
    body_route: Route | None
    record: int | None
    length: int

    @property
    def pointer(self) -> str:
        """RFC 6901 JSON Pointer into the file's structure."""
        return pointer(self.route)

    @property
    def body_pointer(self) -> str:
        """The same within a JSON body; `""` for all of it, or where there is none."""
        return pointer(self.body_route or ())


def pointer(route: Route) -> str:
    """A route as an RFC 6901 JSON Pointer."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in route)


def route_of_pointer(text: str) -> Route:
    """The route of a JSON Pointer; steps that are numbers become indices."""
    steps = (step.replace("~1", "/").replace("~0", "~") for step in text.split("/")[1:])
    return tuple(int(step) if _INDEX.fullmatch(step) else step for step in steps)


def file_spans(place: Place) -> list[Span]:
    """The character ranges of the file a place came from, in order, joined where they touch."""
    return joined(_spans(place))


def file_start(place: Place) -> int:
    """Where the first of these ranges begins; sooner told where each layer is one range of the
    layer below."""
    layer, (start, end) = place
    while isinstance(layer, Contiguous) and start < end:
        start = layer.map.to_source(start, start).start
        end, layer = start + 1, layer.parent
    if isinstance(layer, Document):
        return start
    return file_spans(Place(layer, Span(start, end)))[0].start


def base_spans(place: Place) -> list[tuple[Layer[Any], Span]]:
    """Where a place stands exactly: in the file, or in the innermost opaque layer on the way."""
    if isinstance(place.layer, Document) or place.layer.opaque:
        return [(place.layer, place.span)]
    return [piece for outer in place.layer.outward(place.span) for piece in base_spans(outer)]


def chain_spans(place: Place) -> Iterator[tuple[Layer[Any], Span]]:
    """Where a place stands in each layer on its way, itself first; nothing behind opaque ones."""
    yield place.layer, place.span
    if isinstance(place.layer, Document) or place.layer.opaque:
        return
    for outer in place.layer.outward(place.span):
        yield from chain_spans(outer)


def locate(document: Document, place: Place, route: Route | None = None) -> Location:
    """Make a place concrete; `length` counts the characters of the place's own value.

    `route` says which node is meant where the place alone cannot: a collection starts where its
    first entry does.
    """
    spans = file_spans(place)
    first, last = spans[0], spans[-1]
    links = list(_links(place))
    if route is None:
        route = _route(document, links, first.start)
    inner = [link.route for link in links if isinstance(link, JsonString | JsonBare)]
    records = [link.record for link in links if link.record is not None]
    return Location(
        document.where(first.start),
        document.where(last.end),
        tuple(spans),
        route,
        inner[0] if inner else None,
        records[0] if records else None,
        place.span.end - place.span.start,
    )


def _route(document: Document, links: Sequence[Layer[Any]], start: int) -> Route:
    """To the scalar on the way; to what begins at `start` where the place is the file's own.

    A comment belongs to no node.
    """
    if links and isinstance(links[0], Comment | Markup):
        return ()
    at = next((link.node.start for link in links if isinstance(link, FileScalar)), start)
    return document.route(at)[0]


def _spans(place: Place) -> Iterator[Span]:
    if isinstance(place.layer, Document):
        yield place.span
        return
    for outer in place.layer.outward(place.span):
        yield from _spans(outer)


def _links(place: Place) -> Iterator[Layer[Any]]:
    """The links between the file and the place, outermost first; of several parts the first."""
    if isinstance(place.layer, Document):
        return
    for outer in place.layer.outward(place.span):
        yield from _links(outer)
        break
    yield place.layer
