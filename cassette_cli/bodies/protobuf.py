"""Protobuf messages, which cannot be read without their schema."""

from __future__ import annotations

from cassette_cli.bodies.reader import BodyReader, Content, fingerprint
from cassette_cli.model.bid import Offer
from cassette_cli.model.body import Body
from cassette_cli.model.view import FactsView, View

_TYPES = frozenset({
    "application/protobuf", "application/x-protobuf", "application/vnd.google.protobuf",
    "application/x-google-protobuf", "application/grpc", "application/grpc+proto",
})  # fmt: skip


class Protobuf(BodyReader):
    """A message, as size and hash."""

    name = "protobuf"

    def claims(self, media_type: str) -> bool:
        """The media types that are in use; the registered one is `application/protobuf`."""
        return media_type in _TYPES

    def bid(self, content: Content) -> Offer:
        """By its media type alone: any bytes may be a message."""
        return self.claim(content)

    def view(self, body: Body) -> View | None:
        """A hash, though a message may happen to be text."""
        return FactsView((fingerprint(body),))


BODY = Protobuf()
