"""Form bodies: `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1)."""

from __future__ import annotations

from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer

_NAME = r"[\w.~*%+\[\]-]{1,100}="
_VALUE = r"[^&\s\"'<>{}]*"
_PAIRS = lazy(f"{_NAME}(?!=|&|$){_VALUE}(?:&{_NAME}{_VALUE})*")
"""The first value is not empty: base64 that ends in `=` is no form."""


class Form:
    """Names and values joined with `&`, percent-encoded."""

    name = "form"

    def bid(self, text: str, media_type: str) -> Offer:
        """By its media type, or where none is known by what it is made of, names and values."""
        if media_type == "application/x-www-form-urlencoded":
            return Offer(Bid.SURE, f"its content type is {media_type}")
        if not media_type and _PAIRS.fullmatch(text):
            return Offer(Bid.LIKELY, "it is names and values joined with & and =")
        return Offer(Bid.NO, "no form")


BODY = Form()
