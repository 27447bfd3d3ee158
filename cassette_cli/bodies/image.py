"""Pictures: type, and size in pixels, from their first bytes."""

from __future__ import annotations

from cassette_cli.bodies.reader import BodyReader, Content, fingerprint
from cassette_cli.lazy import lazy
from cassette_cli.model.bid import Bid, Offer
from cassette_cli.model.body import Body
from cassette_cli.model.view import FactsView, View

Size = tuple[int, int]

_FRAME = (0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF)
"""Markers of JPEG's frame headers (ITU T.81, table B.1)."""
_ALONE = (0x01, *range(0xD0, 0xD9))
"""Markers without a length."""
_FILLED = lazy(rb"\xff++[^\xff]")
"""A marker, behind any number of fill bytes (ITU T.81, section B.1.1.2)."""
_SEGMENTS = 10_000
"""Segments that are walked over; a frame header stands behind a few."""
_HEIF = {b"avif": "avif", b"avis": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic"}
"""By the major brand of the file (ISO/IEC 23008-12, annex B; AVIF, section 6)."""
_OLD_BMP = 12
"""Bytes of the header of OS/2, whose numbers are half as long."""


class Image(BodyReader):
    """A picture, as type, size and hash."""

    name = "image"

    def claims(self, media_type: str) -> bool:
        """Every image but SVG, which is text."""
        return media_type.startswith("image/") and not media_type.endswith("+xml")

    def bid(self, content: Content) -> Offer:
        """By its signature, else by its media type if it is no text."""
        data = content.data or b""
        kind = image_kind(data)
        if kind is not None and not (kind == "bmp" and content.text is not None):
            return Offer(Bid.PROVEN, f"it starts as a {kind} picture")
        if content.text is not None:
            return Offer(Bid.NO, "it is text")
        return self.claim(content)

    def kind(self, content: Content) -> str:
        """`png`, `jpeg` ..., or `image`."""
        return image_kind(content.data or b"") or self.name

    def view(self, body: Body) -> View | None:
        """Width and height, and a hash."""
        size = pixels(body.data.value if body.data is not None else b"")
        known = (f"{size[0]} x {size[1]} pixels",) if size is not None else ()
        return FactsView((*known, fingerprint(body)))


def image_kind(data: bytes) -> str | None:
    """By the signatures of the formats' own specifications; None for what is none of them."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return _HEIF[data[8:12]]
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "bmp"
    return None


def pixels(data: bytes) -> Size | None:
    """Width and height; None where the format hides them, or the data is cut."""
    match image_kind(data):
        case "png" if len(data) >= 24:
            return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        case "gif" if len(data) >= 10:
            return _little(data, 6, 2), _little(data, 8, 2)
        case "bmp" if len(data) >= 26:
            return _bmp(data)
        case "webp":
            return _webp(data)
        case "jpeg":
            return _jpeg(data)
        case _:
            return None


def _little(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


def _webp(data: bytes) -> Size | None:
    """By the kind of its first chunk (RFC 9649, sections 2.5 to 2.7)."""
    if len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8 ":
            return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
        case b"VP8L":
            bits = _little(data, 21, 4)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
        case _:
            return None


def _bmp(data: bytes) -> Size:
    """The height is negative where rows go from top to bottom."""
    if _little(data, 14, 4) == _OLD_BMP:
        return _little(data, 18, 2), _little(data, 20, 2)
    return _little(data, 18, 4), abs(int.from_bytes(data[22:26], "little", signed=True))


def _jpeg(data: bytes) -> Size | None:
    """From the first frame header, found by walking from marker to marker."""
    at = 2
    for _ in range(_SEGMENTS):
        found = _FILLED.match(data, at)
        if found is None:
            return None
        marker, at = data[found.end() - 1], found.end()
        if marker in _FRAME:
            known = at + 7 <= len(data)
            return (_big(data, at + 5), _big(data, at + 3)) if known else None
        at += 0 if marker in _ALONE else _big(data, at)
    return None


def _big(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2])


BODY = Image()
