"""A decoded body, and what was learned while decoding it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from cassette_cli.model.event import Event
from cassette_cli.model.view import View
from cassette_cli.source.layer import Layer
from cassette_cli.source.node import Node


class NamedText(NamedTuple):
    """A text within a body: a form's field, an element of XML, with its name where it has one."""

    name: str | None
    text: Layer[str]


class Reader(Protocol):
    """What knows a kind of body."""

    def view(self, body: Body) -> View | None:
        """What there is to look at."""
        ...

    def events(self, body: Body) -> Sequence[Event] | None:
        """Its events, where it is a stream."""
        ...

    def texts(self, body: Body) -> Iterator[NamedText]:
        """The texts within it, where it is more than one text."""
        ...


@dataclass(slots=True, eq=False, repr=False)
class Body:
    """What a message carries, every encoding undone.

    `kind` names what it is (`json`, `sse`, `text`, `png`, `binary`, `empty` ...); `size` counts the
    bytes of the decoded body. `text` is set where the body is text, `data` where it is stored as
    bytes, `tree` where the file holds it as a YAML tree. `problem` says in words why a declared
    encoding could not be undone; it never quotes the body.
    """

    kind: str
    size: int
    content_type: str | None
    content_encoding: str | None
    stored_as: str
    because: str
    text: Layer[str] | None = None
    data: Layer[bytes] | None = None
    tree: Node | None = None
    problem: str | None = None
    reader: Reader | None = None
    _events: Sequence[Event] | None = None
    _texts: tuple[NamedText, ...] | None = None

    def view(self) -> View | None:
        """What there is to look at; None in an empty body."""
        return self.reader.view(self) if self.reader is not None else None

    def events(self) -> Sequence[Event] | None:
        """The events of a body that is a stream, their spans counted in `framed`; else None.

        The same objects at every call, as the layers above them must be.
        """
        if self._events is None and self.reader is not None:
            self._events = self.reader.events(self)
        return self._events

    def texts(self) -> tuple[NamedText, ...]:
        """The texts within it, where it is more than one text; the same objects at every call."""
        if self._texts is None:
            self._texts = tuple(self.reader.texts(self)) if self.reader is not None else ()
        return self._texts

    @property
    def framed(self) -> Layer[Any] | None:
        """The layer that events are framed in: the text where there is one, else the bytes."""
        return self.text if self.text is not None else self.data
