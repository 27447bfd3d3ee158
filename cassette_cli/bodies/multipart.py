"""Multipart bodies (RFC 2046, section 5.1; RFC 7578 for forms), their parts with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cassette_cli.bodies.reader import BodyReader, Content, choose
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.view import TableView, View
from cassette_cli.source.bytes_layer import ByteSlice
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.document import is_utf8
from cassette_cli.source.layer import Layer, Slice
from cassette_cli.source.spans import Span

_BOUNDARY = lazy(r"boundary\s*=\s*(?:\"([^\"]{1,200})\"|([^\s;,]{1,200}))", re.IGNORECASE)
_FIRST_LINE = lazy(r"(?:\r?\n)?--([^\r\n]{1,200}?)[ \t]*\r?\n")
_HEADERS_END = lazy(r"\r?\n\r?\n")
_DISPOSITION = lazy(r"(?:\A|\n)content-disposition:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One part: what its headers call it, and where its content stands in the body."""

    name: str | None
    file: str | None
    content_type: str
    span: Span


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
        """The content of every part that is text."""
        for part in parts(_flat_body(body), body.content_type or ""):
            text = _text(body, part)
            if text is not None:
                yield NamedText(part.name, text)


def parts(text: str, content_type: str) -> list[Part]:
    """The parts of a body, given as its text or with each byte as one character.

    Where no boundary is declared, or none that occurs, the first line is taken for it.
    """
    boundary = _boundary(text, content_type)
    if boundary is None:
        return []
    border = rf"(?:\A|\r?\n)--{re.escape(boundary)}(?:--)?[ \t]*(?=\r?\n|\Z)"
    borders = list(re.finditer(border, text))
    return [_part(text, before.end(), after.start()) for before, after in pairwise(borders)]


def _boundary(text: str, content_type: str) -> str | None:
    declared = _BOUNDARY.search(content_type)
    if declared and f"--{declared[1] or declared[2]}" in text:
        return declared[1] or declared[2]
    first = _FIRST_LINE.match(text)
    return first[1] if first else None


def _part(text: str, start: int, end: int) -> Part:
    """A part between the end of one border line, its break not counted, and the next border."""
    gap = _HEADERS_END.search(text, start, end)
    head = text[start : gap.start()] if gap else text[start:end]
    fields = _fields(head)
    disposition = fields.get("content-disposition", "")
    name, file = (_parameter(disposition, one) for one in ("name", "filename"))
    return Part(name, file, fields.get("content-type", ""), Span(gap.end() if gap else end, end))


def _fields(head: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.splitlines() if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _parameter(value: str, name: str) -> str | None:
    """A parameter of a header, in any of the ways there are to write one (RFC 2231)."""
    if not value:
        return None
    from email.message import Message
    from email.utils import collapse_rfc2231_value

    header = Message()
    header["Content-Disposition"] = value.replace("\r", "").replace("\n", " ")
    found = header.get_param(name, header="Content-Disposition")
    return _as_utf8(collapse_rfc2231_value(found)) if found is not None else None


def _as_utf8(name: str) -> str:
    """A name that was read byte for character."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


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


def _shown(body: Body, part: Part) -> str:
    """The text of a part, or what it is and how large."""
    text = _text(body, part)
    if text is not None:
        return text.value
    assert body.data is not None, "text parts are shown"
    data = body.data.value[part.span.start : part.span.end]
    content = Content(None, data, part.content_type)
    return f"{choose(content)[0].kind(content)}, {len(data):,} bytes"


BODY = Multipart()
