"""What pydantic-ai keeps of wires that are no HTTP: both copies of a gRPC message, and frames."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode

import pytest
from handwritten import marked
from planted import letters, openai
from redacting import clean, text_after

S = letters("wires", 32)
KEY = openai("wires, key")


def binary(data: bytes) -> str:
    text = b64encode(data).decode()
    lines = [text[at : at + 76] for at in range(0, len(text), 76)]
    return "!!binary |" + "".join(f"\n      {line}" for line in lines)


def field(number: int, value: bytes) -> bytes:
    """A field of a protobuf message that has a length."""
    size = len(value)
    length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return bytes([number << 3 | 2]) + length + value


def fields(data: bytes) -> list[bytes]:
    """The values of the fields of a message; fails where a length is wrong."""
    found = []
    while data:
        size, at = data[1] & 127, 2
        if data[1] & 128:
            size, at = size | data[2] << 7, 3
        found.append(data[at : at + size])
        assert len(found[-1]) == size
        data = data[at + size :]
    return found


ASKED = (b"\xff\x00", KEY.encode(), S.encode())
SAID = (f"Use {KEY} now".encode(),)


def message(*values: bytes) -> bytes:
    return b"".join(field(number, one) for number, one in enumerate(values, 1))


GRPC = f"""version: 1
interactions:
- request_sample:
    json:
      model: example-1
      api_key: {S}
      messages:
      - content: {KEY}
    raw: {binary(message(*ASKED))}
  response_stream:
    chunks_json:
    - chunk:
        text: Use {KEY} now
    chunks_raw:
    - {binary(message(*SAID))}
    - {binary(message(b"end"))}
"""


def raw(text: str) -> list[list[bytes]]:
    found = re.findall(r"!!binary \|((?:\n {6}\S+)+)", text)
    return [fields(b64decode("".join(one.split()), validate=True)) for one in found]


def test_the_tree_and_the_bytes_agree() -> None:
    assert raw(GRPC) == [[*ASKED], [*SAID], [b"end"]]
    found = marked(GRPC)
    assert [one for one in found if one in (S, KEY)] == [S, KEY, KEY]
    assert len(found) == 6
    result = clean(GRPC, gone=[S, KEY])
    named = {one.length: one.placeholder.encode() for one in result.redactions}
    assert len({one.placeholder for one in result.redactions}) == 2
    after = text_after(result)
    key, secret = named[len(KEY)], named[len(S)]
    assert raw(after) == [[b"\xff\x00", key, secret], [b"Use " + key + b" now"], [b"end"]]
    assert f"api_key: {secret.decode()}\n" in after
    assert f"text: Use {key.decode()} now\n" in after
    assert len(after) == len(GRPC)


WEBSOCKET = """version: 1
interactions:
- kind: message
  direction: {direction}
  data: {data}
- kind: close
  direction: sent
  code: 1000
"""
FRAMES = {
    "tree": f"\n    type: session.update\n    session:\n      client_secret: {S}\n      a: 1",
    "tree in flow": f"{{type: a, session: {{client_secret: {S}, n: null}}}}",
    "text": json.dumps(json.dumps({"session": {"client_secret": S}})),
    "JSON in a tree": f"""\n    type: call\n    arguments: '{{"api_key": "{S}"}}'""",
}


@pytest.mark.parametrize("direction", ["sent", "received"])
@pytest.mark.parametrize("frame", FRAMES)
def test_frames_of_a_websocket(frame: str, direction: str) -> None:
    text = WEBSOCKET.format(direction=direction, data=FRAMES[frame])
    assert marked(text) == [S]
    result = clean(text, gone=[S])
    (one,) = result.redactions
    assert text_after(result) == text.replace(S, one.placeholder)
    assert (one.interaction, result.impacts) == (0, ())


def test_a_frame_of_bytes() -> None:
    data = json.dumps({"client_secret": S, "e": "é"}, ensure_ascii=False).encode()
    text = WEBSOCKET.format(direction="received", data=binary(data))
    result = clean(text)
    (one,) = result.redactions
    found = re.search(r"!!binary \|((?:\n {6}\S+)+)", text_after(result))
    assert found
    assert b64decode("".join(found[1].split())) == data.replace(
        S.encode(), one.placeholder.encode()
    )
