"""JSON bodies."""

from __future__ import annotations

import json

from cassette_cli.model.bid import Bid, Offer


class Json:
    """A JSON value (RFC 8259)."""

    name = "json"

    def bid(self, text: str, media_type: str) -> Offer:
        """By its media type, valid or not; without one, by being a JSON object or list."""
        if media_type == "application/json" or media_type.endswith("+json"):
            return Offer(Bid.SURE, f"its content type is {media_type[:60]}")
        stripped = text.strip()
        if stripped[:1] + stripped[-1:] not in ("{}", "[]"):
            return Offer(Bid.NO, "no JSON")
        try:
            json.loads(stripped)
        except (ValueError, RecursionError):
            return Offer(Bid.NO, "no JSON")
        if media_type == "text/event-stream":
            return Offer(Bid.SURE, "it is JSON, whatever its content type says")
        return Offer(Bid.LIKELY, "it is a JSON object or list")


BODY = Json()
