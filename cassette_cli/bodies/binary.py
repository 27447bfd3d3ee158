"""Bytes that no other reader knows; some files are told by how they begin."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.bodies.coding import CODINGS
from cassette_cli.bodies.decompressed import Decompressed
from cassette_cli.bodies.reader import BodyReader, Content, fingerprint
from cassette_cli.errors import LimitError
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.view import FactsView, View
from cassette_cli.source.document import as_text, is_utf8

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"SQLite format 3\0", "sqlite"),
)
_UNPACKED = {"gzip": "gzip", "zstd": "zstd"}
"""Of a file that is compressed the coding, though no header names it."""
_LIMIT = 16_000_000
"""Bytes; what a file unpacks to beyond that is not looked into."""


class Binary(BodyReader):
    """Bytes, as size and hash."""

    name = "binary"

    def bid(self, content: Content) -> Offer:
        """Always ready for what is no text, never eager."""
        if content.text is not None:
            return Offer(Bid.NO, "it is text")
        return Offer(Bid.MAYBE, "its bytes are no text")

    def kind(self, content: Content) -> str:
        """`pdf`, `zip`, `mp4` ... by signature, else `binary`."""
        return _kind(content.data or b"")

    def view(self, body: Body) -> View | None:
        """A hash."""
        return FactsView((fingerprint(body),))

    def texts(self, body: Body) -> Iterator[NamedText]:
        """All of it, byte for character, and what a compressed text says."""
        yield from super().texts(body)
        coding = CODINGS.get(_UNPACKED.get(body.kind, ""))
        if coding is None or body.data is None:
            return
        try:
            inner = Decompressed(body.data, coding, _LIMIT)
        except (ValueError, LimitError):
            return  # a cut archive, or a large one: its bytes have been yielded
        if is_utf8(inner.value):
            yield NamedText(None, as_text(inner))


def _kind(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return "mp4"
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), "binary")


BODY = Binary()
