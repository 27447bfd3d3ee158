"""go-vcr, cassette format 1: what go-vcr v1 and v2 write (`cassette.go`: `cassetteFormatV1`)."""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Interaction
from cassette_cli.recorders.exchanges import (
    INTERACTIONS,
    first_key,
    has_list,
    is_empty,
    request_keys,
    version,
)
from cassette_cli.recorders.go_vcr import read_exchanges
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.document import Document


class GoVcr1(Recorder):
    """A file with `version: 1` whose requests have a `url`; vcrpy's have a `uri`."""

    name = "go-vcr"
    version = "1"
    schema = "go-vcr-v1"
    resolver = "go-yaml"
    list_route = INTERACTIONS
    mark = b"interactions"
    keys = (rb"request", rb"response")
    default_match = ("method", "url")
    hook = "redact the live request alike in a BeforeSaveHook and compare it in a matcher"

    def bid(self, document: Document) -> Offer:
        """Sure with its version and a `url`; an empty file is told by the order of its keys."""
        root = document.root
        if not has_list(root):
            return Offer(Bid.NO, "no list of interactions")
        if version(root) != "1":
            return Offer(Bid.NO, "no version: 1")
        keys = request_keys(root)
        if "uri" in keys:
            return Offer(Bid.NO, "requests have a uri, not a url")
        if keys & {"url", "form"}:
            return Offer(Bid.SURE, "version: 1, and requests have a url")
        if keys:
            return Offer(Bid.MAYBE, "version: 1, and requests without url or uri")
        if not is_empty(root):
            return Offer(Bid.NO, "interactions without a request")
        if first_key(root) == "version":
            return Offer(Bid.LIKELY, "version: 1 stands before the empty interactions")
        return Offer(Bid.MAYBE, "version: 1 and no interactions")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return read_exchanges(document)


RECORDER = GoVcr1()
