"""Form bodies: `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1)."""

from __future__ import annotations

from urllib.parse import parse_qsl

from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.view import TableView, View

_NAME = r"[\w.~*%+\[\]-]{1,100}="
_VALUE = r"[^&\s\"'<>{}]*"
_PAIRS = lazy(f"{_NAME}(?!=|&|$){_VALUE}(?:&{_NAME}{_VALUE})*")
"""The first value is not empty: base64 that ends in `=` is no form."""


class Form(BodyReader):
    """Names and values joined with `&`, percent-encoded."""

    name = "form"

    def claims(self, media_type: str) -> bool:
        """The one media type of forms."""
        return media_type == "application/x-www-form-urlencoded"

    def bid(self, content: Content) -> Offer:
        """By its media type, or in a request that has none by what it is made of."""
        if content.text is None:
            return Offer(Bid.NO, "no text")
        guess = not content.media_type and content.side == "request"
        if guess and _PAIRS.fullmatch(content.text):
            return Offer(Bid.LIKELY, "it is names and values joined with & and =")
        return self.claim(content)

    def view(self, body: Body) -> View | None:
        """Its fields, decoded."""
        text = body.text.value if body.text is not None else ""
        return TableView(("field", "value"), tuple(parse_qsl(text, keep_blank_values=True)))


BODY = Form()
