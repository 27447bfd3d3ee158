"""go-vcr, cassette format 2: what go-vcr v3 and v4 write (`cassette.go`: `Version: 2`)."""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.cassette import Interaction
from cassette_cli.recorders.exchanges import INTERACTIONS, has_list, is_empty, request_keys, version
from cassette_cli.recorders.go_vcr import read_exchanges
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.document import Document


class GoVcr2(Recorder):
    """A file with `version: 2` and a list of `interactions`."""

    name = "go-vcr"
    version = "2"
    schema = "go-vcr-v2"
    resolver = "go-yaml"
    list_route = INTERACTIONS
    mark = b"interactions"
    keys = (rb"request", rb"response")
    default_match = (
        "method", "url", "proto", "headers", "body", "content_length", "transfer_encoding",
        "host", "form", "trailer", "remote_addr", "request_uri",
    )  # fmt: skip
    hook = "redact the live request alike in a BeforeSaveHook and compare it in a matcher"

    def bid(self, document: Document) -> Offer:
        """Sure with its version and no field of vcrpy's."""
        root = document.root
        if not has_list(root):
            return Offer(Bid.NO, "no list of interactions")
        if version(root) != "2":
            return Offer(Bid.NO, "no version: 2")
        if "uri" in request_keys(root):
            return Offer(Bid.MAYBE, "version: 2 and interactions, though a request has a uri")
        if not request_keys(root) and not is_empty(root):
            return Offer(Bid.NO, "interactions without a request")
        return Offer(Bid.SURE, "version: 2 and a list of interactions")

    def read(self, document: Document) -> Iterable[Interaction]:
        """The interactions."""
        return read_exchanges(document)


RECORDER = GoVcr2()
