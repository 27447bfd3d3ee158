"""One event of a stream, whichever way streams are framed: SSE, JSON lines, AWS frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span

DAMAGE = "damage"
"""The name of an aside that says what is wrong with its event."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Aside:
    """A line that dispatches nothing and that no client acts on: a comment, an unknown field.

    Or what is wrong with the event, under the name `DAMAGE`.
    """

    name: str
    value: str
    span: Span


class Event(Protocol):
    """What is between two borders of the stream.

    `index` counts dispatched events from 0 and is None for what dispatches nothing; `name` is the
    event's type, `data` its text (None where its bytes are no text), `size` the bytes of its data;
    `span` is its place in the body (characters, or bytes where the body is bytes), `terminated`
    says whether its border was there.
    """

    @property
    def index(self) -> int | None: ...

    @property
    def name(self) -> str | None: ...

    @property
    def data(self) -> str | None: ...

    @property
    def terminated(self) -> bool: ...

    @property
    def failed(self) -> bool:
        """Whether the event itself says that it is an error."""
        ...

    @property
    def size(self) -> int: ...

    @property
    def span(self) -> Span: ...

    @property
    def asides(self) -> tuple[Aside, ...]: ...

    def layer(self, body: Layer[Any]) -> Layer[str]:
        """The data as a link of the chain; `body` is what `span` counts in."""
        ...
