"""Ruby VCR's format (`vcr/structs.rb`, `vcr/cassette/serializers.rb`), in YAML or JSON.

R's vcr writes it too, with the status as a number and header values as plain texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Interaction
from cassette_cli.recorders.exchanges import exchanges, has_list, is_empty
from cassette_cli.recorders.fields import entry
from cassette_cli.recorders.http_interactions import LIST, read_exchanges, recorded_with
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.document import Document
from cassette_cli.source.node import text_of


class RubyVcr(Recorder):
    """A file with `http_interactions` that Betamax did not write."""

    name = "ruby-vcr"
    version = "1"
    schema = "ruby-vcr"
    resolver = "psych"
    list_route = LIST
    mark = b"http_interactions"
    keys = (rb"request", rb"response")
    default_match = ("method", "uri")
    hook = "give filter_sensitive_data the same placeholder"

    def bid(self, document: Document) -> Offer:
        """By what the file says who wrote it, by its language, or by methods in lower case."""
        root = document.root
        if not has_list(root, LIST):
            return Offer(Bid.NO, "no list of http_interactions")
        by = recorded_with(root)
        if by.startswith("betamax"):
            return Offer(Bid.NO, "recorded with Betamax")
        if by.startswith("vcr/") or "webmockr" in by:
            return Offer(Bid.SURE, "http_interactions, recorded with R's vcr")
        if by.startswith("vcr"):
            return Offer(Bid.SURE, "http_interactions, recorded with VCR")
        if document.parsed.format == "yaml":
            return Offer(Bid.SURE, "http_interactions in YAML")
        if is_empty(root, LIST):
            return Offer(Bid.MAYBE, "http_interactions, and none in it")
        if _methods_are_lower(document):
            return Offer(Bid.LIKELY, "http_interactions whose methods are in lower case")
        return Offer(Bid.MAYBE, "http_interactions")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return read_exchanges(document)


def _methods_are_lower(document: Document) -> bool:
    requests = (entry(node, "request") for _, _, node in exchanges(document.root, LIST))
    return all((text_of(entry(one, "method")) or "?").islower() for one in requests)


RECORDER = RubyVcr()
