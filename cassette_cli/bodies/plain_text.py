"""Any text that no other reader claims."""

from __future__ import annotations

from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.model.bid import Bid, Offer


class PlainText(BodyReader):
    """Text, as it stands."""

    name = "text"

    def claims(self, media_type: str) -> bool:
        """Every kind of text."""
        return media_type.startswith("text/")

    def bid(self, content: Content) -> Offer:
        """Always ready for text, never eager."""
        if content.text is None:
            return Offer(Bid.NO, "no text")
        return Offer(Bid.MAYBE, "it is text")


BODY = PlainText()
