"""Content codings undone and made again: gzip, deflate, br, zstd (RFC 9110, section 8.4.1)."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cassette_cli.errors import LimitError
from cassette_cli.source.document import is_utf8

_STEP = 512
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Coding:
    """One coding: `decode(data, limit)` raises ValueError on bad data, LimitError past `limit`
    bytes; `encode(data, model)` compresses the way `model`, the old compressed bytes, was."""

    name: str
    decode: Callable[[bytes, int], bytes]
    encode: Callable[[bytes, bytes], bytes]


def too_large(words: str, limit: int) -> LimitError:
    """The refusal of a body, or of several, that `words` say decode to more bytes than may be."""
    return LimitError(
        f"{words} to more than {limit} bytes",
        hint="raise max-decoded-size in the configuration if that is meant",
    )


def _decode_all(machine: Callable[[], Any], data: bytes, limit: int) -> bytes:
    """Every member, or frame, of `data`; each has a `machine` of its own.

    The data goes in by small steps, since a step of zstd may hold 30,000 times its size. Zeros at
    the end are ignored, as gzip(1) does.
    """
    out, at, end = bytearray(), 0, len(data.rstrip(b"\0"))
    if not end:
        raise ValueError("corrupt")
    while at < end:
        member = machine()
        while not member.eof and at < len(data):
            out += member.decompress(data[at : at + _STEP])
            at += _STEP
            if len(out) > limit:
                raise too_large("a body decodes", limit)
        if not member.eof:
            raise ValueError("cut off")
        at = min(at, len(data)) - len(member.unused_data)
    return bytes(out)


def _gunzip(data: bytes, limit: int) -> bytes:
    """Every member of a gzip file (RFC 1952, section 2.2)."""
    try:
        return _decode_all(lambda: zlib.decompressobj(31), data, limit)
    except zlib.error as error:
        raise ValueError("corrupt") from error


def _gzip(data: bytes, model: bytes) -> bytes:
    """gzip with the model's time stamp and system byte, so that two runs give the same bytes."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = machine.compress(data) + machine.flush()
    head = b"\x1f\x8b\x08\x00" + model[4:10]
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return head + body + tail


def _undeflate(data: bytes, limit: int) -> bytes:
    """zlib as the standard says, or the raw stream that some servers send.

    A raw stream has no check sum, and a text may pass for one: bytes that read as text are none.
    """
    wrapped = _is_zlib(data)
    if not wrapped and is_utf8(data) and data == data.translate(None, _CONTROLS):
        raise ValueError("corrupt")
    try:
        return _decode_all(lambda: zlib.decompressobj(15 if wrapped else -15), data, limit)
    except zlib.error as error:
        raise ValueError("corrupt") from error


def _is_zlib(data: bytes) -> bool:
    """The two bytes of a zlib header (RFC 1950, section 2.2)."""
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0


def _deflate(data: bytes, model: bytes) -> bytes:
    machine = zlib.compressobj(9, zlib.DEFLATED, 15 if _is_zlib(model) else -15)
    return machine.compress(data) + machine.flush()


def _unbrotli(data: bytes, limit: int) -> bytes:
    import brotli

    machine = brotli.Decompressor()
    try:
        out: bytes = machine.process(data, output_buffer_limit=limit + 1)
    except brotli.error as error:
        raise ValueError("corrupt") from error
    if len(out) > limit:
        raise too_large("a body decodes", limit)
    if not machine.is_finished():
        raise ValueError("cut off")
    return out


def _brotli(data: bytes, model: bytes) -> bytes:
    import brotli

    out: bytes = brotli.compress(data)
    return out


def _unzstd(data: bytes, limit: int) -> bytes:
    """Every frame (RFC 8878, section 3)."""
    import zstandard

    try:
        return _decode_all(zstandard.ZstdDecompressor().decompressobj, data, limit)
    except zstandard.ZstdError as error:
        raise ValueError("corrupt") from error


def _zstd(data: bytes, model: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(data)


CODINGS: dict[str, Coding] = {
    "gzip": Coding("gzip", _gunzip, _gzip),
    "x-gzip": Coding("gzip", _gunzip, _gzip),
    "deflate": Coding("deflate", _undeflate, _deflate),
    "br": Coding("br", _unbrotli, _brotli),
    "zstd": Coding("zstd", _unzstd, _zstd),
}
"""By the token of the `Content-Encoding` header."""

MAGIC = {"gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}
"""First bytes of the codings that have any."""
