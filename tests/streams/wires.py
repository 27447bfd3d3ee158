"""Streams of any protocol on their wires: as events, JSON lines, a JSON list, or AWS's frames."""

from __future__ import annotations

import json
from base64 import b64encode, encodebytes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from struct import pack
from typing import Any
from zlib import crc32

from chatting import Draw, Json, shuffled
from hypothesis import strategies as st

TYPES = {
    "sse": "text/event-stream",
    "ndjson": "application/x-ndjson",
    "json": "application/json",
    "frames": "application/vnd.amazon.eventstream",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its data, and its name where it has one. Data that is text stands as it is."""

    data: Json | str
    name: str | None = None

    @property
    def text(self) -> str:
        """The data as it stands on the wire."""
        return self.data if isinstance(self.data, str) else dumped(self.data)


@dataclass(frozen=True, slots=True)
class Cut:
    """How a message is cut into deltas, and how those of its parts are shuffled."""

    pieces: Callable[[str], list[str]]
    mixed: Callable[[list[list[Any]]], list[Any]]


def dumped(value: Any) -> str:
    """JSON as most providers write it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def drawn(draw: Draw) -> Cut:
    """Cut and shuffled in whatever way."""

    def pieces(text: str) -> list[str]:
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
        return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]

    return Cut(pieces, lambda queues: shuffled(draw, queues))


def every(size: int) -> Cut:
    """Cut into pieces of so many characters, part after part in turns."""

    def pieces(text: str) -> list[str]:
        return [text[at : at + size] for at in range(0, len(text), size)] or [""]

    def mixed(queues: list[list[Any]]) -> list[Any]:
        longest = max(map(len, queues), default=0)
        return [queue[at] for at in range(longest) for queue in queues if at < len(queue)]

    return Cut(pieces, mixed)


def wire(kind: str, events: Iterable[Event]) -> bytes:
    """A whole body."""
    match kind:
        case "ndjson":
            return "".join(f"{one.text}\n" for one in events).encode()
        case "json":
            return f"[{','.join(one.text for one in events)}]\n".encode()
        case "frames":
            return b"".join(frame(one.name or "chunk", one.text.encode()) for one in events)
    return "".join(map(block, events)).encode()


def block(event: Event) -> str:
    """An event between blank lines."""
    name = f"event: {event.name}\n" if event.name else ""
    return f"{name}data: {event.text}\n\n"


def frame(name: str, payload: bytes, header: str = ":event-type") -> bytes:
    """A frame of AWS's, its check sums right."""
    values = {header: name, ":content-type": "application/json"}
    headers = b"".join(
        bytes([len(key)]) + key.encode() + b"\x07" + pack(">H", len(one)) + one.encode()
        for key, one in values.items()
    )
    prelude = pack(">II", 16 + len(headers) + len(payload), len(headers))
    whole = prelude + pack(">I", crc32(prelude)) + headers + payload
    return whole + pack(">I", crc32(whole))


def packed(event: Event) -> Event:
    """A chunk as Bedrock's InvokeModelWithResponseStream frames it."""
    coded = b64encode(event.text.encode()).decode()
    return Event({"bytes": coded, "p": "abcdefgh"}, "chunk")


def quoted(text: str) -> str:
    """A YAML scalar in double quotes."""
    written = json.dumps(text, ensure_ascii=False)
    for char in "\x7f\x85\u2028\u2029\ufeff":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return written


def recorded(body: bytes | str, content_type: str = "", url: str = "https://a.test/v1") -> str:
    """A vcrpy cassette that answers with this: text in quotes, bytes in base64."""
    if isinstance(body, bytes):
        lines = encodebytes(body).decode().replace("\n", "\n        ").rstrip()
        written = f"!!binary |\n        {lines}" if body else "''"
    else:
        written = quoted(body)
    headers = f"{{Content-Type: [{content_type}]}}" if content_type else "{}"
    return (
        f"interactions:\n- request: {{body: null, headers: {{}}, method: POST, uri: '{url}'}}\n"
        f"  response:\n    body:\n      string: {written}\n    headers: {headers}\n"
        "    status: {code: 200, message: OK}\nversion: 1\n"
    )


def cassette_of(kind: str, events: Iterable[Event]) -> str:
    """A cassette around a stream: frames in base64, all else as text."""
    body = wire(kind, events)
    return recorded(body if kind == "frames" else body.decode(), TYPES[kind])
