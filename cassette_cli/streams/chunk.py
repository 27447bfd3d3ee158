"""Events as the protocols read them: their JSON, and where each part of it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cassette_cli.model.event import Event
from cassette_cli.source.base64_layer import decode_base64
from cassette_cli.source.encoded import base64_text
from cassette_cli.source.joined import Part
from cassette_cli.source.json_layer import JsonTree, Route, json_tree
from cassette_cli.source.layer import Layer, Place

DONE = "[DONE]"


@dataclass(slots=True, eq=False, repr=False)
class Chunk:
    """One block of the stream. `json` is the decoded data, or None where it is not JSON.

    `packed` leads to the text that was decoded, where that is not the event's data but stands
    within it. `is_done`: it is the `[DONE]` that ends OpenAI's streams; `counts`: it is a chunk of
    the message, dispatched, no terminator, ping or error event.
    """

    body: Layer[Any]
    event: Event
    json: Any
    packed: Callable[[], Layer[str]] | None = None
    is_done: bool = field(init=False)
    counts: bool = field(init=False)

    def __post_init__(self) -> None:
        event = self.event
        self.is_done = self.json is None and self.data.strip() == DONE
        aside = self.is_done or self.is_ping or self.is_error
        self.counts = event.index is not None and not aside

    @property
    def data(self) -> str:
        """The event's data; empty for a block that dispatches nothing."""
        return self.event.data or ""

    @property
    def value(self) -> dict[str, Any]:
        """The decoded data where it is an object, else an empty one."""
        return self.json if isinstance(self.json, dict) else {}

    @property
    def is_ping(self) -> bool:
        """Whether it only keeps the connection alive."""
        return self.event.name == "ping"

    @property
    def is_error(self) -> bool:
        """Whether the event itself is an error."""
        return self.event.failed

    @property
    def place(self) -> Place:
        """The whole block in the body."""
        return Place(self.body, self.event.span)

    @property
    def text(self) -> Layer[str]:
        """The link of the chain that the JSON was decoded from."""
        return self.packed() if self.packed is not None else self.event.layer(self.body)

    def part(self, text: str, *route: str | int) -> Part:
        """A part of the message: `text` stands at `route` in the event's JSON."""
        return text, lambda: self.layer(route)

    def layer(self, route: Route) -> Layer[str]:
        """The link of the chain for the leaf at `route`."""
        return self.tree.at(route)

    @property
    def tree(self) -> JsonTree:
        """The tree of the event's JSON; ValueError where it is none."""
        tree = json_tree(self.text)
        if tree is None:
            raise ValueError("the data of the event is no JSON")
        return tree

    def unpacked(self, coded: Any, *route: str | int) -> Part | None:
        """The text that `coded`, which stands at `route`, is the base64 of; None if it is none."""
        try:
            text = decode_base64(coded).decode() if isinstance(coded, str) else None
        except ValueError:
            return None
        return None if text is None else (text, lambda: base64_text(self.layer(route)))

    def within(self, part: Part) -> Chunk:
        """A chunk for the JSON that stands in a part of this one."""
        return Chunk(self.body, self.event, decoded(part[0]), part[1])


def chunks(body: Layer[Any], events: Iterable[Event]) -> Iterator[Chunk]:
    """The events with their data decoded once."""
    for event in events:
        yield Chunk(body, event, decoded(event.data))


def decoded(data: str | None) -> Any:
    """The value of a JSON text; None where it is none."""
    if not data or data == DONE:
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
