"""Bodies made by hand: the smallest files of each kind, and frames, from their specifications."""

from __future__ import annotations

import zlib
from struct import pack

from support import bytes_layer, message, text_layer

from cassette_cli.bodies.decode import decode_body
from cassette_cli.model.body import Body
from cassette_cli.model.view import FactsView, TableView


def body(data: bytes | str, content_type: str | None = None) -> Body:
    """The body of a response that stores this."""
    return decode_body(message(data, content_type))


def read_by(reader: object, data: bytes | str, content_type: str | None = None) -> Body:
    """The same, decoded the same way, but read by a reader of one's choice."""
    made = body(data, content_type)
    made.reader = reader  # type: ignore[assignment]
    if made.text is None and made.data is None:
        made.text = text_layer(data) if isinstance(data, str) else None
        made.data = bytes_layer(data) if isinstance(data, bytes) else None
    return made


def facts(data: bytes, content_type: str | None = None) -> tuple[str, ...]:
    """What is said of bytes, without the hash that stands last."""
    view = body(data, content_type).view()
    assert isinstance(view, FactsView)
    return view.facts[:-1]


def rows(made: Body) -> list[tuple[str, ...]]:
    """The rows of a body that is shown as a table."""
    view = made.view()
    assert isinstance(view, TableView)
    assert all(len(row) == len(view.columns) for row in view.rows)
    return list(view.rows)


def png(width: int, height: int) -> bytes:
    """One chunk after the other, each with its length and CRC."""
    chunks = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 4)),
        (b"IEND", b""),
    )
    written = (
        pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def gif(width: int, height: int, version: bytes = b"89a") -> bytes:
    return b"GIF" + version + pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff;"


def segment(marker: int, data: bytes) -> bytes:
    """One of JPEG's, its length counting itself."""
    return bytes((0xFF, marker)) + pack(">H", len(data) + 2) + data


def jpeg(width: int, height: int, *before: bytes, frame: int = 0xC0) -> bytes:
    """Segments before the frame header, of which there may be any."""
    sizes = pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    scan = segment(0xDA, b"\1\1\0\0?\0") + b"\x7f\xff\0"
    return b"\xff\xd8" + b"".join(before) + segment(frame, sizes) + scan + b"\xff\xd9"


EXIF = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + jpeg(9, 9))
"""Holds a thumbnail, whose size is not the picture's."""


def webp(kind: bytes, data: bytes) -> bytes:
    chunk = kind + pack("<I", len(data)) + data + b"\0" * 16
    return b"RIFF" + pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def lossy(width: int, height: int) -> bytes:
    return webp(b"VP8 ", b"\x10\0\0\x9d\x01\x2a" + pack("<HH", width | 0x4000, height | 0x8000))


def lossless(width: int, height: int) -> bytes:
    return webp(b"VP8L", b"\x2f" + pack("<I", (width - 1) | (height - 1) << 14 | 1 << 28))


def extended(width: int, height: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", b"\x10\0\0\0" + sizes)


def bmp(width: int, height: int) -> bytes:
    return b"BM" + pack("<IIIIiiHHI", 58, 0, 54, 40, width, height, 1, 24, 0) + bytes(24)


def bmp_of_os2(width: int, height: int) -> bytes:
    return b"BM" + pack("<IIIIHHHH", 30, 0, 26, 12, width, height, 1, 24) + bytes(4)


def boxed(brand: bytes) -> bytes:
    """A file of ISO's base media format: AVIF, HEIC, M4A, MP4."""
    return pack(">I", 20) + b"ftyp" + brand + b"\0\0\0\0mif1" + pack(">I", 8) + b"free\xff\xfe"


def wav(rate: int, channels: int, seconds: float) -> bytes:
    """16 bits a sample."""
    data = bytes(int(rate * channels * 2 * seconds))
    form = pack("<HHIIHH", 1, channels, rate, rate * channels * 2, channels * 2, 16)
    chunks = b"WAVEfmt " + pack("<I", 16) + form + b"data" + pack("<I", len(data)) + data
    return b"RIFF" + pack("<I", len(chunks)) + chunks


def flac(rate: int, channels: int, samples: int) -> bytes:
    sizes = pack(">HH", 4096, 4096) + bytes(6)
    packed = rate << 44 | (channels - 1) << 41 | 15 << 36 | samples
    return b"fLaC\x80\0\0\x22" + sizes + pack(">Q", packed) + bytes(16) + b"\xff\xf8"


def header(name: str, kind: int, value: bytes) -> bytes:
    """One header of an AWS frame, its value as written."""
    return bytes((len(name),)) + name.encode() + bytes((kind,)) + value


def text_header(name: str, value: str) -> bytes:
    return header(name, 7, pack(">H", len(value.encode())) + value.encode())


def frame(headers: bytes, payload: bytes) -> bytes:
    """A frame of AWS's: lengths, their CRC, headers, payload, the CRC of all that."""
    lengths = pack(">II", 16 + len(headers) + len(payload), len(headers))
    head = lengths + pack(">I", zlib.crc32(lengths)) + headers + payload
    return head + pack(">I", zlib.crc32(head))


def event(kind: str, payload: bytes) -> bytes:
    """A frame as Bedrock sends it."""
    names = {":event-type": kind, ":content-type": "application/json", ":message-type": "event"}
    return frame(b"".join(text_header(*pair) for pair in names.items()), payload)
