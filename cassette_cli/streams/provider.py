"""What the providers' protocols share: how they bid, and who reads for them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import islice
from typing import Any, ClassVar

from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.stream import Stream
from cassette_cli.source.layer import Layer
from cassette_cli.streams.chunk import Chunk
from cassette_cli.streams.reading import Reading

_LOOKED_AT = 50
"""Chunks that may tell what a stream is: comments and odd first ones stand before the others."""


class Provider(ABC):
    """A protocol whose chunks are JSON objects that add up to a message."""

    name: str
    about: str
    kinds: ClassVar[frozenset[str]] = frozenset({"sse", "ndjson"})
    """The kinds of bodies that carry its streams."""
    reading: type[Reading]
    whole: type[Reading] | None = None
    """Reads its answers that were not streamed."""

    @abstractmethod
    def knows(self, chunk: Chunk) -> Offer | None:
        """How sure one chunk, which is a JSON object, makes it; None where it says nothing."""

    def knows_whole(self, value: dict[str, Any]) -> Offer | None:
        """The same for the object of an answer in one piece."""
        del value
        return None

    def bid(self, chunks: Sequence[Chunk], kind: str) -> Offer:
        """The highest of what its chunks say."""
        offers = []
        if kind in self.kinds:
            told = (self.knows(chunk) for chunk in islice(chunks, _LOOKED_AT) if chunk.value)
            offers = [offer for offer in told if offer is not None]
        return max(offers, key=_sureness, default=Offer(Bid.NO, "no chunk is of its shape"))

    def read(self, body: Layer[Any], chunks: Sequence[Chunk], because: str) -> Stream:
        """The stream; what it does not understand becomes a row, never an error."""
        return self.reading(body, chunks).read(self.name, because)

    def bid_answer(self, value: dict[str, Any]) -> Offer:
        """By the shape of the object."""
        offer = self.knows_whole(value) if self.whole is not None else None
        return offer or Offer(Bid.NO, "not of its shape")

    def read_answer(self, chunk: Chunk, because: str) -> Stream:
        """The answer as a stream of one chunk."""
        assert self.whole is not None, "it has bid"
        return self.whole(chunk.body, [chunk]).read(self.name, because)


def _sureness(offer: Offer) -> Bid:
    return offer.bid
