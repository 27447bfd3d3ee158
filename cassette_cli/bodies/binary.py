"""What kind of bytes a body is, when it is no text: told by its first bytes."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
)


def binary_kind(data: bytes) -> str:
    """`png`, `jpeg`, `pdf` ... by signature, else `binary`."""
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE"):
        return {b"WEBP": "webp", b"WAVE": "wav"}[data[8:12]]
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), "binary")
