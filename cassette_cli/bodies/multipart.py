"""Multipart bodies: what their parts are, and the texts in them with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cassette_cli.bodies.looks import byte_text
from cassette_cli.bodies.multipart_parts import Part, parts
from cassette_cli.bodies.reader import BodyReader, Content, choose
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.view import FactsView, TableView, View
from cassette_cli.source.bytes_layer import ByteSlice
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.document import as_text, is_utf8
from cassette_cli.source.layer import Layer, Slice
from cassette_cli.source.spans import Span

_DISPOSITION = lazy(r"(?:\A|\n)content-disposition:", re.IGNORECASE)


class Multipart(BodyReader):
    """Several contents between boundaries: a form with files, a batch of requests."""

    name = "multipart"

    def claims(self, media_type: str) -> bool:
        """Every kind of multipart."""
        return media_type.startswith("multipart/")

    def bid(self, content: Content) -> Offer:
        """By its media type, or by a first line and headers as forms have them."""
        flat = _flat(content.text, content.data)
        if not parts(flat, content.content_type):
            return Offer(Bid.NO, "it has no parts")
        claim = self.claim(content)
        if claim.bid is Bid.NO and _DISPOSITION.search(flat, 0, 1000):
            return Offer(Bid.PROVEN, "it has a boundary and the headers of a form")
        return claim

    def view(self, body: Body) -> View | None:
        """A row a part; what is no text by its kind and size."""
        found = parts(_flat_body(body), body.content_type or "")
        rows = (
            (part.name or "", part.file or "", part.content_type, _shown(body, part))
            for part in found
        )
        return TableView(("field", "file", "type", "content"), tuple(rows))

    def texts(self, body: Body) -> Iterator[NamedText]:
        """The content of every part, and in bytes what stands between those contents."""
        at = 0
        for part in parts(_flat_body(body), body.content_type or ""):
            yield from _outside(body, Span(at, part.span.start))
            yield from _inside(body, part)
            at = part.span.end
        yield from _outside(body, Span(at, len(_flat_body(body))))


def _flat(text: str | None, data: bytes | None) -> str:
    if text is not None:
        return text
    return str(data or b"", "latin-1")


def _flat_body(body: Body) -> str:
    text = body.text.value if body.text is not None else None
    return _flat(text, body.data.value if body.data is not None else None)


def _text(body: Body, part: Part) -> Layer[str] | None:
    """The content of a part as a link of the chain; None where its bytes are no text."""
    if body.text is not None:
        return Slice(body.text, part.span)
    assert body.data is not None, "a body has text or bytes"
    inner = ByteSlice(body.data, part.span)
    if not is_utf8(inner.value) or b"\0" in inner.value:
        return None
    return CharsetText(inner, Span(0, len(inner.value)), "utf-8")


def _inside(body: Body, part: Part) -> Iterator[NamedText]:
    """The texts in the content of a part."""
    text = _text(body, part)
    if text is not None:
        yield NamedText(part.name, text)
        return
    inner = _bytes(body, part)
    yield from inner.texts() if inner.reader is not BODY else [NamedText(None, byte_text(inner))]


def _outside(body: Body, span: Span) -> Iterator[NamedText]:
    """Borders and headers. A body that is text as a whole is looked at as that."""
    if body.text is None and body.data is not None:
        yield NamedText(None, as_text(ByteSlice(body.data, span)))


def _bytes(body: Body, part: Part) -> Body:
    """A part that is no text as a body of its own."""
    assert body.data is not None, "parts of a text are text"
    data = ByteSlice(body.data, part.span)
    content = Content(None, data.value, part.content_type)
    reader, because = choose(content)
    typed = part.content_type, None
    size, stored_as = len(data.value), body.stored_as
    kind = reader.kind(content)
    return Body(kind, size, *typed, stored_as, because, data=data, reader=reader)


def _shown(body: Body, part: Part) -> str:
    """The text of a part, or what it is and how large."""
    text = _text(body, part)
    if text is not None:
        return text.value
    inner = _bytes(body, part)
    view = inner.view() if inner.reader is not BODY else None
    facts = view.facts if isinstance(view, FactsView) else ()
    return ", ".join((inner.kind, f"{inner.size:,} bytes", *facts))


BODY = Multipart()
