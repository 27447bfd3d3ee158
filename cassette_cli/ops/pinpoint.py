"""Where a place is, down to the event of a stream and the value inside a JSON body."""

from __future__ import annotations

from dataclasses import replace

from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.source.json_layer import Route, json_tree
from cassette_cli.source.layer import Layer, Mapped, Place
from cassette_cli.source.place import Location, locate
from cassette_cli.source.routes import descend


def pinpoint(cassette: Cassette, place: Place, route: Route | None = None) -> Location:
    """`locate`, and for a place in the plain text of a body also what in the body it is in."""
    found = locate(cassette.document, place, route)
    message = _message(cassette, found.route)
    if message is None or found.body_route is not None or found.record is not None:
        return found
    text, start = message.body.text, place.span.start
    if place.layer is not text:
        return found
    stream = message.stream
    data = None if stream is None else stream.data_at(start)
    if data is None:
        return replace(found, body_route=_inner_route(text, start))
    assert isinstance(data, Mapped), "an event's data maps to the body's text"
    at = data.map.to_value(start)
    in_data = at < len(data.value) and data.map.to_source(at, at + 1).start == start
    inner = _inner_route(data, at) if in_data else None
    return replace(found, record=data.record, body_route=inner)


def _message(cassette: Cassette, route: Route) -> Message | None:
    interaction = cassette.interaction_at(route)
    if interaction is None:
        return None
    side = route[len(interaction.route) : len(interaction.route) + 1]
    return next((one for one in interaction.messages if (one.side,) == side), None)


def _inner_route(text: Layer[str], offset: int) -> Route | None:
    tree = json_tree(text)
    return None if tree is None else descend(tree.root, offset)[0]
