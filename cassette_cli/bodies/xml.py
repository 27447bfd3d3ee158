"""XML bodies (https://www.w3.org/TR/xml/), their elements and attributes with their places.

Nothing is expanded: of entities only the five that XML defines and numbers are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.entities import name2codepoint

from cassette_cli.bodies.reader import BodyReader, Content
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body, NamedText
from cassette_cli.model.view import View, XmlView
from cassette_cli.source.layer import Layer, Mapped, Slice
from cassette_cli.source.spans import OffsetMap, Piece, Span

_START = lazy(r"\ufeff?\s*+<(?:\?xml\s|!--|!DOCTYPE\s|[A-Za-z_][\w.:-]*[\s/>])")
_NAME = r"[A-Za-z_][\w.:-]*+"
_LEAF = lazy(
    rf"<({_NAME})((?:\s[^<>]*+)?)>([^<]*+|<!\[CDATA\[(?:(?!\]\]>|<!\[C).)*+\]\]>)</\1\s*>|<{_NAME}(\s[^<>]*+)>",
    re.DOTALL,
)
_ATTRIBUTE = lazy(rf"(?<![\w.:-])({_NAME})\s*+=\s*+(?:\"([^\"<]*)\"|'([^'<]*)')")
_CDATA = "<![CDATA["
_ENTITY = lazy(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));")
_LAST_CODE = 0x10FFFF


class XmlText(Mapped):
    """The text of an element or an attribute, its entities undone."""

    def __init__(self, parent: Layer[str], span: Span) -> None:
        super().__init__(parent, span, self.read(parent.value[span.start : span.end]))

    def read(self, fragment: str) -> str:
        """The text; ValueError where it could not stand in an element."""
        if "<" in fragment:
            raise ValueError("a tag")
        return _ENTITY.sub(_character, fragment)

    def offsets(self) -> OffsetMap:
        """Runs, and one piece an entity."""
        return OffsetMap(self._pieces(), self.span.start)

    def _pieces(self) -> Iterator[Piece]:
        at = self.span.start
        for found in _ENTITY.finditer(self.parent.value, *self.span):
            yield Piece(found.start() - at, found.start() - at, True)
            yield Piece(found.end() - found.start(), len(_character(found)), False)
            at = found.end()
        yield Piece(self.span.end - at, self.span.end - at, True)

    def escape(self, text: str) -> str:
        """What means something in XML as entities."""
        return escape(text)

    def describe(self) -> str:
        """What this link is."""
        return "the text of an XML element"


class Xml(BodyReader):
    """A document or a message in XML."""

    name = "xml"

    def claims(self, media_type: str) -> bool:
        """`application/xml`, `text/xml`, and `+xml`."""
        return media_type in ("application/xml", "text/xml") or media_type.endswith("+xml")

    def bid(self, content: Content) -> Offer:
        """By its media type if it starts with a tag; by an XML declaration with any other."""
        text = content.text
        if text is None or not _START.match(text):
            return Offer(Bid.NO, "it does not start as XML")
        if text.removeprefix("\ufeff").lstrip().startswith("<?xml"):
            return Offer(Bid.PROVEN, "it starts as XML")
        if not content.media_type and text.rstrip().endswith(">"):
            return Offer(Bid.LIKELY, "it starts and ends with a tag")
        return self.claim(content)

    def view(self, body: Body) -> View | None:
        """Indented."""
        return XmlView(body.text.value) if body.text is not None else None

    def texts(self, body: Body) -> Iterator[NamedText]:
        """The text of every element that holds nothing else, and every attribute."""
        return xml_texts(body.text) if body.text is not None else iter(())


def xml_texts(text: Layer[str]) -> Iterator[NamedText]:
    """The texts of the leaves and of the attributes of XML, named without their prefix."""
    for found in _LEAF.finditer(text.value):
        group = 2 if found[1] else 4
        for inner in _ATTRIBUTE.finditer(text.value, *found.span(group)):
            quoted = 2 if inner[2] is not None else 3
            yield _named(inner[1], XmlText(text, Span(*inner.span(quoted))))
        if found[1] and found[3].startswith(_CDATA):
            start, end = found.start(3) + len(_CDATA), found.end(3) - len("]]>")
            yield _named(found[1], Slice(text, Span(start, end)))
        elif found[1] and found[3]:
            yield _named(found[1], XmlText(text, Span(*found.span(3))))


def _named(name: str, text: Layer[str]) -> NamedText:
    return NamedText(name.rpartition(":")[2], text)


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return "'" if name == "apos" else chr(name2codepoint[name])
    code = int(decimal or hexadecimal, 10 if decimal else 16)
    return chr(code) if code <= _LAST_CODE else found.group()


BODY = Xml()
