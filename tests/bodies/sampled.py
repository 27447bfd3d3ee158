"""A body of its own for each reader, in the order of their names."""

from __future__ import annotations

from handmade import event, png, wav

PARTS = (
    '--X\r\nContent-Disposition: form-data; name="one"\r\n\r\nfirst\r\n'
    '--X\r\nContent-Disposition: form-data; name="two"\r\n\r\nsecond\r\n--X--\r\n'
)
SAMPLES: dict[str, tuple[bytes | str, str]] = {
    "audio": (wav(8000, 1, 0.1), "audio/wav"),
    "binary": (b"\xff\0 a key in plain", "application/octet-stream"),
    "eventstream": (
        event("a", b'{"a": 1}') + event("b", b"two") + event("c", b""),
        "application/vnd.amazon.eventstream",
    ),
    "form": ("a=b&c=d", "application/x-www-form-urlencoded"),
    "html": ("<!doctype html><p>a</p>", "text/html"),
    "image": (png(3, 4), "image/png"),
    "json": ('{"a": [1, "b"]}', "application/json"),
    "multipart": (PARTS, "multipart/form-data; boundary=X"),
    "ndjson": ('{"a": 1}\n{"b": 2}\n', "application/x-ndjson"),
    "protobuf": (b"\x0a\x06grok-4\x12\x02\xff\x01", "application/protobuf"),
    "sse": ("data: a\n\n: note\n\nevent: b\ndata: c\ndata: d\n\n", "text/event-stream"),
    "text": ("hello", "text/plain"),
    "xml": ("<a b='1'><c>2 &amp; 3</c><d><![CDATA[<4>]]></d></a>", "application/xml"),
}
"""A body of its own for each, with its media type."""
