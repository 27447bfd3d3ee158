"""Content codings undone and made again: gzip, deflate, br, zstd (RFC 9110, section 8.4.1)."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cassette_cli.errors import LimitError
from cassette_cli.source.layer import Fragment, Layer, Place
from cassette_cli.source.spans import Edit, Span, splice

_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Coding:
    """One coding: `decode(data, limit)` raises ValueError on bad data, LimitError past `limit`
    bytes; `encode(data, model)` compresses the way `model`, the old compressed bytes, was."""

    name: str
    decode: Callable[[bytes, int], bytes]
    encode: Callable[[bytes, bytes], bytes]


class Decompressed(Fragment[bytes]):
    """The bytes behind a content coding. It cannot be edited in place: an edit writes it anew."""

    opaque = True

    def __init__(self, parent: Layer[bytes], coding: Coding, limit: int) -> None:
        self.coding, self.limit = coding, limit
        super().__init__(parent, Span(0, len(parent.value)), coding.decode(parent.value, limit))

    def read(self, fragment: bytes) -> bytes:
        """Decompress."""
        return self.coding.decode(fragment, self.limit)

    def outward(self, span: Span) -> Iterable[Place]:
        """All of the compressed bytes: no part of them is a part of the value."""
        return (Place(self.parent, self.span),)

    def rewrite(self, edits: Sequence[Edit[bytes]]) -> list[Edit[Any]]:
        """Compress the edited whole."""
        new = self.coding.encode(splice(self.value, edits), self.parent.value)
        return [Edit(self.span, new)]

    def describe(self) -> str:
        """What this link is."""
        return f"a {self.coding.name} body"


def _too_large(limit: int) -> LimitError:
    return LimitError(
        f"a body decodes to more than {limit} bytes",
        hint="raise max-decoded-size in the configuration if that is meant",
    )


def _inflate(data: bytes, limit: int, wbits: int) -> tuple[bytes, bytes]:
    """One zlib stream: its bytes and what follows it."""
    machine = zlib.decompressobj(wbits)
    try:
        out = machine.decompress(data, limit + 1)
    except zlib.error as error:
        raise ValueError("corrupt") from error
    if len(out) > limit:
        raise _too_large(limit)
    if not machine.eof:
        raise ValueError("cut off")
    return out, machine.unused_data


def _gunzip(data: bytes, limit: int) -> bytes:
    """Every member of a gzip file (RFC 1952, section 2.2), trailing zeros ignored."""
    parts: list[bytes] = []
    rest = data
    while rest.rstrip(b"\0"):
        part, rest = _inflate(rest, limit - sum(map(len, parts)), 31)
        parts.append(part)
    if not parts:
        raise ValueError("empty")
    return b"".join(parts)


def _gzip(data: bytes, model: bytes) -> bytes:
    """gzip with the model's time stamp and system byte, so that two runs give the same bytes."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = machine.compress(data) + machine.flush()
    head = b"\x1f\x8b\x08\x00" + model[4:10]
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return head + body + tail


def _undeflate(data: bytes, limit: int) -> bytes:
    """zlib as the standard says, or the raw stream that some servers send."""
    try:
        return _inflate(data, limit, 15)[0]
    except ValueError:
        return _inflate(data, limit, -15)[0]


def _deflate(data: bytes, model: bytes) -> bytes:
    wrapped = len(model) > 1 and model[0] & 0x0F == 8 and (model[0] * 256 + model[1]) % 31 == 0
    machine = zlib.compressobj(9, zlib.DEFLATED, 15 if wrapped else -15)
    return machine.compress(data) + machine.flush()


def _unbrotli(data: bytes, limit: int) -> bytes:
    import brotli

    machine = brotli.Decompressor()
    try:
        out: bytes = machine.process(data, output_buffer_limit=limit + 1)
    except brotli.error as error:
        raise ValueError("corrupt") from error
    if len(out) > limit:
        raise _too_large(limit)
    if not machine.is_finished():
        raise ValueError("cut off")
    return out


def _brotli(data: bytes, model: bytes) -> bytes:
    import brotli

    out: bytes = brotli.compress(data)
    return out


def _unzstd(data: bytes, limit: int) -> bytes:
    import zstandard

    machine = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True)
    parts, size = [], 0
    try:
        while part := machine.read(_STEP):
            parts.append(part)
            size += len(part)
            if size > limit:
                raise _too_large(limit)
    except zstandard.ZstdError as error:
        raise ValueError("corrupt") from error
    return b"".join(parts)


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
