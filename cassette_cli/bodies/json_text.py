"""JSON bodies."""

from __future__ import annotations

from cassette_cli.bodies.looks import is_json
from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.view import JsonView, View


class Json(BodyReader):
    """A JSON value (RFC 8259)."""

    name = "json"

    def claims(self, media_type: str) -> bool:
        """`application/json` and its like, and `+json`."""
        return media_type in ("application/json", "text/json") or media_type.endswith("+json")

    def bid(self, content: Content) -> Offer:
        """By its media type, valid or not; with any other by being a JSON object or list."""
        text = content.text
        if text is None:
            return Offer(Bid.NO, "no text")
        claim = self.claim(content)
        return claim if claim.bid is not Bid.NO else _by_look(text)

    def view(self, body: Body) -> View | None:
        """Indented."""
        if body.tree is not None:
            return JsonView(tree_text(body.tree))
        return JsonView(body.text.value.removeprefix("\ufeff")) if body.text is not None else None


def _by_look(text: str) -> Offer:
    if is_json(text):
        return Offer(Bid.PROVEN, "it is a JSON object or list")
    return Offer(Bid.NO, "no JSON")


BODY = Json()
