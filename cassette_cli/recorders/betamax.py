"""Betamax's format (`betamax/util.py`, `betamax/serializers/json_serializer.py`): JSON."""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Interaction
from cassette_cli.recorders.exchanges import exchanges, has_list
from cassette_cli.recorders.fields import entry
from cassette_cli.recorders.http_interactions import LIST, read_exchanges, recorded_with
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.document import Document


class Betamax(Recorder):
    """A JSON file with `http_interactions` whose responses have the URL they came from."""

    name = "betamax"
    version = "1"
    schema = "betamax"
    resolver = "json"
    list_route = LIST
    mark = b"http_interactions"
    keys = (rb"request", rb"response")
    default_match = ("method", "uri")
    hook = "give define_cassette_placeholder the same placeholder"

    def bid(self, document: Document) -> Offer:
        """By what the file says who wrote it, or by the `url` of responses."""
        root = document.root
        if not has_list(root, LIST):
            return Offer(Bid.NO, "no list of http_interactions")
        by = recorded_with(root)
        if by.startswith("betamax"):
            return Offer(Bid.SURE, "http_interactions, recorded with Betamax")
        if by or document.parsed.format != "json":
            return Offer(Bid.NO, "recorded with another program" if by else "not JSON")
        responses = [entry(node, "response") for _, _, node in exchanges(root, LIST)]
        if responses and all(entry(one, "url") is not None for one in responses):
            return Offer(Bid.SURE, "http_interactions whose responses have a url")
        return Offer(Bid.MAYBE, "http_interactions in JSON")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return read_exchanges(document)


RECORDER = Betamax()
