"""What a body reader's file provides, and the choice between readers."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.bodies.looks import byte_text
from cassette_cli.model.bid import Bid, Offer, best
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.cassette import Side
from cassette_cli.model.event import Event
from cassette_cli.model.view import FactsView, TextView, View
from cassette_cli.plugins import load
from cassette_cli.source.text import utf8

_SHOWN_DIGITS = 16


@dataclass(frozen=True, slots=True, repr=False)
class Content:
    """A decoded body as readers bid for it: its text where it is one, its bytes where it is stored
    as bytes, its content type as sent, and whose body it is."""

    text: str | None
    data: bytes | None
    content_type: str = ""
    side: Side = "response"

    @property
    def media_type(self) -> str:
        """The content type in lower case, without its parameters; "" where there is none."""
        return self.content_type.split(";")[0].strip().lower()


class BodyReader(ABC):
    """One kind of body. A module of this package that defines `BODY` is one."""

    name: str

    def claims(self, media_type: str) -> bool:
        """Whether bodies of this media type (lower case) are its own, if nothing speaks against."""
        return False

    @abstractmethod
    def bid(self, content: Content) -> Offer:
        """How sure it is that this body is its own."""

    def kind(self, content: Content) -> str:
        """What the body is, in a word."""
        return self.name

    def view(self, body: Body) -> View | None:
        """What there is to look at."""
        if body.text is not None:
            return TextView(body.text.value)
        return FactsView((fingerprint(body),)) if body.data is not None else None

    def events(self, body: Body) -> Sequence[Event] | None:
        """Its events, where it is a stream."""
        return None

    def texts(self, body: Body) -> Iterator[NamedText]:
        """The texts within it, where it is more than one text; of bytes all of them.

        A key in a message, a picture or an archive may stand there in plain.
        """
        if body.data is not None and body.text is None:
            yield NamedText(None, byte_text(body))

    def claim(self, content: Content) -> Offer:
        """The bid of a reader that claims the media type, or none."""
        media_type = content.media_type
        if media_type and self.claims(media_type):
            return Offer(Bid.SURE, f"its content type is {media_type[:60]}")
        return Offer(Bid.NO, "another content type")


def reader_of(name: str) -> BodyReader:
    """The reader of that name."""
    return next(one for one in readers() if one.name == name)


def readers() -> tuple[BodyReader, ...]:
    """Every kind of body there is."""
    return load("bodies", "BODY")


def choose(content: Content) -> tuple[BodyReader, str]:
    """The reader of a body and the reason, with a word about a content type that says otherwise.

    Of equal bids that of a reader whose media type it is wins.
    """
    claimed = content.media_type
    ordered = sorted(readers(), key=lambda one: not one.claims(claimed))
    winner = best((reader, reader.bid(content)) for reader in ordered)
    assert winner is not None, "text and binary always bid"
    reader, offer = winner
    others = (one for one in readers() if one is not reader)
    believed = reader.claims(claimed) and offer.bid is not Bid.MAYBE
    if claimed and not believed and any(one.claims(claimed) for one in others):
        return reader, f"{offer.because}, though its content type is {claimed[:60]}"
    return reader, offer.because


def fingerprint(body: Body) -> str:
    """The first digits of the body's SHA-256, for telling two bodies apart."""
    data = body.data.value if body.data is not None else utf8(body.text.value if body.text else "")
    return f"sha256 {hashlib.sha256(data).hexdigest()[:_SHOWN_DIGITS]}"
