"""Form bodies: `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1)."""

from __future__ import annotations

from cassette_cli.model.bid import Bid, Offer


class Form:
    """Names and values joined with `&`, percent-encoded."""

    name = "form"

    def bid(self, text: str, media_type: str) -> Offer:
        """By its media type alone: many texts hold a `=`."""
        if media_type == "application/x-www-form-urlencoded":
            return Offer(Bid.SURE, f"its content type is {media_type}")
        return Offer(Bid.NO, "no form")


BODY = Form()
