"""Frames of AWS's event streams, from what they hold.

https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html#streaming-event-stream:
lengths, their check sum, headers, payload, and the check sum of all of it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from struct import pack
from typing import Any
from zlib import crc32

_TEXT = 7
"""The type of a header whose value is text."""


def frame(held: Mapping[str, Any]) -> bytes:
    """The frame of an `event` with a `payload`, whose `bytes` are given as they are within."""
    payload = dict(held["payload"])
    if "bytes" in payload:
        payload["bytes"] = _coded(payload["bytes"])
    kinds = {":event-type": held["event"], ":content-type": "application/json"}
    return _framed({**kinds, ":message-type": "event"}, _compact(payload))


def _coded(value: Any) -> str:
    """In base64, a text or the JSON of an object."""
    return b64encode(value.encode() if isinstance(value, str) else _compact(value)).decode()


def _framed(headers: Mapping[str, str], payload: bytes) -> bytes:
    head = b"".join(_header(name, value.encode()) for name, value in headers.items())
    prelude = pack(">II", 16 + len(head) + len(payload), len(head))
    whole = prelude + pack(">I", crc32(prelude)) + head + payload
    return whole + pack(">I", crc32(whole))


def _header(name: str, value: bytes) -> bytes:
    return pack(">B", len(name)) + name.encode() + pack(">BH", _TEXT, len(value)) + value


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
