"""Any text that no other reader claims."""

from __future__ import annotations

from cassette_cli.model.bid import Bid, Offer


class PlainText:
    """Text, as it stands."""

    name = "text"

    def bid(self, text: str, media_type: str) -> Offer:
        """Always ready, never eager."""
        return Offer(Bid.MAYBE, "it is text")


BODY = PlainText()
