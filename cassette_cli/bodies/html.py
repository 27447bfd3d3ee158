"""Pages of HTML."""

from __future__ import annotations

import re

from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer

_START = lazy(
    r"\ufeff?\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?:<!--.{0,1000}?-->\s*+)?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


class Html(BodyReader):
    """A page, as it stands."""

    name = "html"

    def claims(self, media_type: str) -> bool:
        """HTML in either syntax."""
        return media_type in ("text/html", "application/xhtml+xml")

    def bid(self, content: Content) -> Offer:
        """By how it starts, else by its media type."""
        if content.text is None:
            return Offer(Bid.NO, "no text")
        if _START.match(content.text):
            return Offer(Bid.PROVEN, "it starts as a page of HTML")
        return self.claim(content)


BODY = Html()
