"""The rule `damaged-frame`."""

from __future__ import annotations

from base64 import b64encode
from zlib import crc32

from cassette_cli.rules.example import Example, vcrpy
from cassette_cli.rules.stream_rule import StreamRule


def _frame(payload: bytes, *, damage: int = 0) -> bytes:
    """A frame without headers around a payload."""
    lengths = (16 + len(payload)).to_bytes(4) + bytes(4)
    start = lengths + crc32(lengths).to_bytes(4) + payload
    return start + (crc32(start) ^ damage).to_bytes(4)


def _example(frames: bytes, mark: str = "{}") -> Example:
    kind = "Content-Type:\n- application/vnd.amazon.eventstream"
    return vcrpy(got=kind, body="!!binary " + mark.format(b64encode(frames).decode()))


class DamagedFrame(StreamRule):
    """A frame of an AWS event stream whose check sum is wrong, or that is cut off.

    Every SDK of AWS refuses to read on. An edit by hand changed the payload, or the recording was
    cut; `cassette redact` states check sums anew.
    """

    name = "damaged-frame"
    severity = "error"
    hint = "record it again, or edit it with a tool that states check sums anew"
    bad = (_example(_frame(b"{}", damage=1), "«{}»"),)
    good = (_example(_frame(b"{}")),)


RULE = DamagedFrame
