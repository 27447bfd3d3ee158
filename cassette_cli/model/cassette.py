"""A cassette as every command sees it, whichever recorder wrote it. Every field knows its place.

No class here has a `repr` of its fields: they hold recorded text, and a `repr` ends in a traceback.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from cassette_cli.model.body import Body
from cassette_cli.model.stream import Stream
from cassette_cli.source.document import Document
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.source.node import Node

Text = Layer[str]
"""A value of the file together with its place in it."""

Side = Literal["request", "response"]
StoredAs = Literal["text", "base64", "tree", "none"]
"""How a body stands in the file: as text, as base64, as a YAML or JSON tree, or not at all."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Header:
    """One header line by its name; a name that stands for several lines has several values."""

    name: Text
    values: tuple[Text, ...]

    def is_named(self, name: str) -> bool:
        """Whether this is header `name` (lower case); header names ignore case (RFC 9110)."""
        return self.name.value.lower() == name


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stored:
    """A body as it is written: its scalar, the bytes behind its base64, or the node of a tree."""

    stored_as: StoredAs
    text: Text | None = None
    data: Layer[bytes] | None = None
    node: Node | None = None


@dataclass(slots=True, eq=False, repr=False)
class Message:
    """What requests and responses share. `body` and `stream` are read when first asked for."""

    side: Side
    headers: tuple[Header, ...]
    stored: Stored
    length: Text | None = None
    """The recorder's own field for the body's length: go-vcr's `content_length`."""
    extra: tuple[tuple[str, Text], ...] = ()
    """Names and values of further fields with data from the wire: go-vcr's `form`, `host` ..."""
    read_body: Callable[[Message], Body] | None = None
    read_stream: Callable[[Message], Stream | None] | None = None
    _body: Body | None = None
    _stream: Stream | None = None
    _stream_known: bool = False

    def header(self, name: str) -> str | None:
        """The first value of header `name`, given in lower case."""
        return next((value.value for value in self.header_values(name)), None)

    def header_values(self, name: str) -> Iterator[Text]:
        """Every value of header `name`, given in lower case."""
        for header in self.headers:
            if header.is_named(name):
                yield from header.values

    @property
    def body(self) -> Body:
        """The decoded body.

        Raises:
            LimitError: it decodes to more than the configured size.
        """
        if self._body is None:
            assert self.read_body is not None, "ops.load attaches the readers"
            self._body = self.read_body(self)
        return self._body

    @property
    def stream(self) -> Stream | None:
        """The event stream the body holds, read by its protocol; None for any other body."""
        if not self._stream_known:
            assert self.read_stream is not None, "ops.load attaches the readers"
            self._stream, self._stream_known = self.read_stream(self), True
        return self._stream


@dataclass(slots=True, eq=False, repr=False)
class Request(Message):
    """What the client sent."""

    method: Text | None = None
    url: Text | None = None


@dataclass(slots=True, eq=False, repr=False)
class Response(Message):
    """What the server answered; `status` as a number where it is one."""

    status: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Interaction:
    """One exchange. `index` counts from 0, `id` is the recorder's own number where it has one."""

    index: int
    request: Request
    response: Response
    node: Node
    route: Route
    id: int | None = None
    duration_ms: float | None = None
    recorded_at: str | None = None

    @property
    def messages(self) -> tuple[Message, Message]:
        """Request and response."""
        return self.request, self.response

    @property
    def title(self) -> str:
        """`POST https://host/path`, as far as they are known. Foreign text, and unmasked."""
        parts = (self.request.method, self.request.url)
        return " ".join(part.value for part in parts if part is not None)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecorderInfo:
    """Who wrote the file, in which version of its format, and what gave it away."""

    name: str
    version: str
    because: str

    @property
    def title(self) -> str:
        """`go-vcr v2`."""
        return f"{self.name} v{self.version}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cassette:
    """One recording."""

    document: Document
    recorder: RecorderInfo
    interactions: tuple[Interaction, ...]
    limit: int
    """The most bytes that a body may decode to."""

    def interaction_at(self, route: Route) -> Interaction | None:
        """The interaction that a route leads into; they are in the order of the file."""
        steps = len(self.interactions[0].route) if self.interactions else 0
        if not all(isinstance(step, int) for step in route[steps - 1 : steps]):
            return None
        at = bisect_left(self.interactions, route[:steps], key=lambda one: one.route)
        found = self.interactions[at] if at < len(self.interactions) else None
        return found if found is not None and found.route == route[:steps] else None
