"""Secrets in AWS's frames: replaced with lengths and check sums right, where they were right."""

from __future__ import annotations

import json
import struct
from base64 import b64decode
from collections.abc import Iterator
from zlib import crc32

import pytest
from handwritten import har, marked, ruby_binary, ruby_vcr
from planted import letters, openai
from redacting import cleaned, text_after

S = letters("frames", 32)
KEY = openai("frames, key")
TYPE = "application/vnd.amazon.eventstream"


def frame(event: str, payload: bytes) -> bytes:
    """One frame, its check sums right."""
    values = {":event-type": event, ":content-type": "application/json", ":message-type": "event"}
    headers = b"".join(
        bytes([len(name)])
        + name.encode()
        + b"\x07"
        + struct.pack(">H", len(value))
        + value.encode()
        for name, value in values.items()
    )
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    whole = prelude + struct.pack(">I", crc32(prelude)) + headers + payload
    return whole + struct.pack(">I", crc32(whole))


def frames(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """The headers and the payload of every frame, and whether both check sums are right."""
    while data:
        total, headers, first = struct.unpack_from(">III", data)
        one, data = data[:total], data[total:]
        (second,) = struct.unpack_from(">I", one, total - 4)
        right = (first, second) == (crc32(one[:8]), crc32(one[:-4]))
        yield one[12 : 12 + headers], one[12 + headers : -4], right


def in_har(data: bytes) -> str:
    text = ruby_binary(data).partition("|-")[2]
    held = {"mimeType": TYPE, "encoding": "base64", "text": "".join(text.split())}
    return har(content=held | {"size": len(data)})


def in_ruby(data: bytes) -> str:
    return ruby_vcr(type=TYPE, response=ruby_binary(data, exact=True))


def stored(text: str) -> bytes:
    if text.startswith("{"):
        content = json.loads(text)["log"]["entries"][0]["response"]["content"]
        assert content["size"] == len(b64decode(content["text"]))
        return b64decode(content["text"], validate=True)
    lines = text.partition("base64_string: |\n")[2].partition("    http_version")[0]
    return b64decode("".join(lines.split()), validate=True)


WAYS = {"HAR": in_har, "Ruby": in_ruby}
PAYLOADS = (
    json.dumps({"role": "assistant"}).encode(),
    json.dumps({"delta": {"text": f"Use {KEY}."}, "p": "abc"}).encode(),
    json.dumps({"input": json.dumps({"client_secret": S})}).encode(),
    json.dumps({"echo": [S, KEY]}).encode(),
    b"\x00\xff",
)


@pytest.mark.parametrize("way", WAYS)
def test_payloads_are_cleaned_and_all_else_is_as_it_was(way: str) -> None:
    before = b"".join(frame(f"event-{n}", one) for n, one in enumerate(PAYLOADS))
    text = WAYS[way](before)
    assert len(marked(text)) == 4
    result = cleaned(text)
    placeholders = {one.length: one.placeholder for one in result.redactions}
    assert len({one.placeholder for one in result.redactions}) == 2
    after = stored(text_after(result))
    assert text_after(result) == WAYS[way](after)
    assert [(head, right) for head, _, right in frames(after)] == [
        (head, True) for head, _, _ in frames(before)
    ]
    swapped = [
        one.replace(S.encode(), placeholders[len(S)].encode()).replace(
            KEY.encode(), placeholders[len(KEY)].encode()
        )
        for one in PAYLOADS
    ]
    assert [payload for _, payload, _ in frames(after)] == swapped


@pytest.mark.parametrize("way", WAYS)
def test_lengths_that_change(way: str) -> None:
    """An escape takes two characters: frame and base64 get shorter."""
    payload = b'{"client_secret": "' + S[:16].encode() + b"\\/\\/" + S[16:].encode() + b'"}'
    before = frame("one", payload) + frame("two", b'{"a": "b"}')
    result = cleaned(WAYS[way](before))
    (one,) = result.redactions
    after = stored(text_after(result))
    assert text_after(result) == WAYS[way](after)
    first, second = frames(after)
    assert json.loads(first[1]) == {"client_secret": one.placeholder}
    assert (second[1], first[2], second[2]) == (b'{"a": "b"}', True, True)


def test_a_check_sum_that_was_wrong_stays_as_it_was() -> None:
    broken = frame("one", PAYLOADS[2])[:-4] + b"\x01\x02\x03\x04"
    whole = frame("two", PAYLOADS[2])
    after = stored(text_after(cleaned(in_ruby(whole + broken))))
    assert [right for _, _, right in frames(after)] == [True, False]
    assert after.endswith(b"\x01\x02\x03\x04")
    assert S.encode() not in after
