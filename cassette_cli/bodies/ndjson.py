"""JSON values, one a line (https://github.com/ndjson/ndjson-spec; also called JSON Lines)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cassette_cli.bodies.looks import is_json
from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.event import Aside, Event
from cassette_cli.source.layer import Layer, Slice
from cassette_cli.source.spans import Span
from cassette_cli.source.text import utf8

_TYPES = frozenset({
    "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl",
    "application/jsonlines", "application/x-jsonlines", "application/json-lines", "text/jsonl",
    "application/stream+json", "application/x-json-stream",
})  # fmt: skip
_LINE = lazy(r"([^\r\n]*+)(\r?\n|\r|\Z)")
_FEW = 3
"""Lines that are looked at."""


@dataclass(slots=True, eq=False, repr=False)
class JsonLine:
    """One line that is not blank; its data is the line."""

    index: int
    data: str
    span: Span
    terminated: bool
    name: str | None = None
    failed: bool = False
    asides: tuple[Aside, ...] = ()
    _layer: Slice | None = None

    @property
    def size(self) -> int:
        """Bytes of the line."""
        return len(utf8(self.data))

    def layer(self, body: Layer[Any]) -> Slice:
        """The line as a part of the text."""
        if self._layer is None:
            self._layer = Slice(body, self.span)
            self._layer.record = self.index
        return self._layer


class Ndjson(BodyReader):
    """A stream of JSON values, each on its own line."""

    name = "ndjson"

    def claims(self, media_type: str) -> bool:
        """The media types that are in use; none is registered."""
        return media_type in _TYPES

    def bid(self, content: Content) -> Offer:
        """By its media type, or by two lines and more that are JSON where the whole is not."""
        text = content.text
        if text is None:
            return Offer(Bid.NO, "no text")
        claim = self.claim(content)
        if claim.bid is not Bid.NO:
            spread = len(list(islice(_lines(text), 2))) > 1 and is_json(text)
            return claim._replace(bid=Bid.LIKELY if spread else Bid.PROVEN)
        if _is_lines(text):
            return Offer(Bid.PROVEN, "it is one JSON object or list a line")
        return Offer(Bid.NO, "no lines of JSON")

    def events(self, body: Body) -> Sequence[Event] | None:
        """A line each."""
        return tuple(_lines(body.text.value)) if body.text is not None else None


def _lines(text: str) -> Iterator[JsonLine]:
    """Every line that is not blank, without the blanks before it."""
    index = 0
    for found in _LINE.finditer(text):
        line = found[1].lstrip()
        if line:
            span = Span(found.end(1) - len(line), found.end(1))
            yield JsonLine(index, line, span, bool(found[2]))
            index += 1


def _is_lines(text: str) -> bool:
    """Whether the first lines are JSON objects or lists, and there are at least two."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    first = [line.data for line in islice(_lines(text), _FEW)]
    return len(first) > 1 and all(map(is_json, first))


BODY = Ndjson()
