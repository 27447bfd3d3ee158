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
    """A body as it is written: its scalar, the bytes behind its base64, or the node of a tree.

    `charset` is what the recorder took its bytes for, where it says so.
    """

    stored_as: StoredAs
    text: Text | None = None
    data: Layer[bytes] | None = None
    node: Node | None = None
    charset: str | None = None


Holds = Literal["parameter", "cookie", "url", "bytes"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field:
    """A further field with data from the wire, by its name: go-vcr's `form`, HAR's `cookies` ...

    `holds` says what the text is: the value of a parameter or of a cookie, a URL, or raw bytes.
    """

    name: str
    text: Text
    holds: Holds = "parameter"


@dataclass(slots=True, eq=False, repr=False)
class Message:
    """What requests and responses share. `body` and `stream` are read when first asked for."""

    side: Side
    headers: tuple[Header, ...]
    stored: Stored
    lengths: tuple[Text, ...] = ()
    """The recorder's own fields for the body's length: go-vcr's `content_length`, HAR's `size`."""
    extra: tuple[Field, ...] = ()
    media_type: Text | None = None
    """The recorder's own field for the content type, which holds where no header names one."""
    read_body: Callable[[Message], Body] | None = None
    read_stream: Callable[[Message], Stream | None] | None = None
    read_answer: Callable[[Message], Stream | None] | None = None
    _body: Body | None = None
    _stream: Stream | None = None
    _stream_known: bool = False
    _answer: Stream | None = None
    _answer_known: bool = False

    def header(self, name: str) -> str | None:
        """The first value of header `name`, given in lower case."""
        return next((value.value for value in self.header_values(name)), None)

    def header_values(self, name: str) -> Iterator[Text]:
        """Every value of header `name`, given in lower case."""
        for header in self.headers:
            if header.is_named(name):
                yield from header.values

    @property
    def content_type(self) -> str | None:
        """What the message says its body is."""
        named = self.header("content-type")
        return self.media_type.value if named is None and self.media_type is not None else named

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

    @property
    def answer(self) -> Stream | None:
        """The same of an answer that came in one piece: a stream of one chunk."""
        if not self._answer_known:
            assert self.read_answer is not None, "ops.load attaches the readers"
            self._answer, self._answer_known = self.read_answer(self), True
        return self._answer


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


Kind = Literal["http", "websocket", "grpc"]
Direction = Literal["sent", "received"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Interaction:
    """One exchange. `index` counts from 0, `id` is the recorder's own number where it has one.

    A websocket's frame has a `direction`; what was sent is its request, what was received its
    response. `called` is what a frame or a call that has no URL is called by, where it says so.
    """

    index: int
    request: Request
    response: Response
    node: Node
    route: Route
    id: int | None = None
    duration_ms: float | None = None
    recorded_at: str | None = None
    kind: Kind = "http"
    direction: Direction | None = None
    called: Text | None = None

    @property
    def messages(self) -> tuple[Message, Message]:
        """Request and response."""
        return self.request, self.response

    @property
    def title(self) -> str:
        """`POST https://host/path`, as far as they are known. Foreign text, and unmasked."""
        return " ".join(part for part in (self.verb, *(one.value for one in self.target)) if part)

    @property
    def verb(self) -> str:
        """The method in capitals; `sent` or `received` of a frame, `gRPC` of a call."""
        if self.request.method is not None:
            return self.request.method.value.upper()
        return self.direction or ("gRPC" if self.kind == "grpc" else "")

    @property
    def target(self) -> tuple[Text, ...]:
        """The URL, or what a frame or a call is called; nothing where neither is known."""
        named = self.called if self.kind != "http" else self.request.url
        return () if named is None else (named,)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecorderInfo:
    """Who wrote the file, in which version of its format, and what gave it away."""

    name: str
    version: str
    because: str
    others: tuple[str, ...] = ()
    """Titles of other recorders that may have written it, since it holds nothing that tells."""

    @property
    def title(self) -> str:
        """`go-vcr v2`, or of an empty file `go-vcr v1 or pydantic-ai v1`."""
        return " or ".join((f"{self.name} v{self.version}", *self.others))


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
