"""The same exchanges, and some whose bodies are no JSON, in the files of the other recorders."""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from zlib import crc32

import sowing
from planted import letters, openai, slashed
from sowing import ORIGIN, Exchange, got, sent

MORE: dict[str, str] = {
    "part": letters("part", 32), "file": letters("file", 32), "element": slashed("element"),
    "attribute": letters("attribute", 32), "line": letters("line", 40), "frame": openai("frame"),
    "payload": letters("payload", 32), "bytes": openai("bytes"), "form-json": letters("fj", 32),
}  # fmt: skip
SECRETS = {**sowing.SECRETS, **MORE}
M = MORE
WIRES = {
    "tree": letters("wire tree", 40), "text": letters("wire text", 40), "raw": openai("wire raw"),
    "both": letters("wire both", 40),
}  # fmt: skip
_BORDER = "example-boundary"


def exchanges() -> Iterator[Exchange]:
    """Those of go-vcr and vcrpy that need no field of their own, and more kinds of bodies."""
    yield from (one for one in sowing.exchanges() if not {"tree", "form"} & one.keys())
    inner = json.dumps({"client_secret": M["file"]})
    yield {
        "body": f'--{_BORDER}\r\nContent-Disposition: form-data; name="password"\r\n\r\n'
        f'{M["part"]}\r\n--{_BORDER}\r\nContent-Disposition: form-data; name="f"; filename="f"'
        f"\r\n\r\n{inner}\r\n--{_BORDER}--\r\n",
        "sent": {"Content-Type": f"multipart/form-data; boundary={_BORDER}"},
    }
    yield {
        "answer": f"<a><Password>{M['element']}</Password><b token='{M['attribute']}'/></a>",
        "type": "text/xml",
    }
    lines = f'{{"a": 1}}\n{{"client_secret": "{M["line"]}"}}\n'
    yield {"answer": lines, "type": "application/x-ndjson"}
    payload = json.dumps({"delta": f"Use {M['frame']}", "client_secret": M["payload"]})
    yield {"answer": frame(payload.encode()), "type": "application/vnd.amazon.eventstream"}
    yield {"answer": b"\n\xa4\x01" + M["bytes"].encode() + b"\xff", "type": "application/protobuf"}
    form = f"payload=%7B%22client_secret%22%3A%22{M['form-json']}%22%7D"
    yield {"body": form, "form_type": True}


def frame(payload: bytes) -> bytes:
    """A frame of AWS's without headers."""
    prelude = struct.pack(">II", 16 + len(payload), 0)
    whole = prelude + struct.pack(">I", crc32(prelude)) + payload
    return whole + struct.pack(">I", crc32(whole))


def betamax() -> bytes:
    """A cassette of Betamax."""
    found = [
        {
            "request": {
                "method": "POST", "uri": one.get("url", f"{ORIGIN}/things"),
                "headers": sent(one), "body": _held(one.get("body", "")),
            },
            "response": {
                "body": _held(one.get("answer", "")), "headers": got(one),
                "status": {"code": 200, "message": "OK"}, "url": one.get("url", ORIGIN),
            },
            "recorded_at": "2023-11-14T22:13:20",
        }
        for one in exchanges()
    ]  # fmt: skip
    return json.dumps({"http_interactions": found, "recorded_with": "betamax/0.9.0"}).encode()


def _held(body: str | bytes) -> dict[str, str]:
    if isinstance(body, bytes):
        return {"encoding": "utf-8", "base64_string": b64encode(body).decode()}
    return {"encoding": "utf-8", "string": body}


def ruby_vcr() -> bytes:
    """A cassette of Ruby's VCR in YAML."""
    tree = json.loads(betamax()) | {"recorded_with": "VCR 6.1.0"}
    for one in tree["http_interactions"]:
        one["response"].pop("url")
    return sowing.dump(tree)


def har() -> bytes:
    """A recording of Polly.js."""
    log = {"creator": {"name": "Polly.JS", "version": "6.0.6"}, "version": "1.2"}
    return json.dumps({"log": log | {"entries": list(map(_entry, exchanges()))}}, indent=2).encode()


def _entry(one: Exchange) -> dict[str, Any]:
    body, answer = one.get("body"), one.get("answer", "")
    kind = one.get("type", "text/plain")
    content = {"mimeType": kind, "size": len(answer), "text": answer}
    if isinstance(answer, bytes):
        pieces = [b64encode(answer).decode()]
        packed = "Content-Encoding" in one.get("got", {})
        text = json.dumps(pieces) if packed else pieces[0]
        content |= {"text": text, "encoding": "base64"}
    request = {
        "method": "POST", "url": one.get("url", f"{ORIGIN}/things"), "headers": _named(sent(one)),
        "queryString": [], "cookies": [],
    }  # fmt: skip
    if body:
        request["postData"] = {"mimeType": sent(one)["Content-Type"][0], "text": body}
    response = {"status": 200, "headers": _named(got(one)), "cookies": [], "content": content}
    return {"request": request, "response": response}


def _named(headers: dict[str, list[str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, (value,) in headers.items()]


def pydantic_ai() -> bytes:
    """Frames of a websocket, and a gRPC call with its message as a tree and as bytes."""
    both = {"api_key": WIRES["both"]}
    raw = b"\n\x28" + WIRES["both"].encode() + b"\x12\xa4\x01" + WIRES["raw"].encode() + b"\xff"
    text = json.dumps({"client_secret": WIRES["text"]})
    session = {"session": {"client_secret": WIRES["tree"]}}
    return sowing.dump({
        "version": 1,
        "interactions": [
            {"kind": "message", "direction": "sent", "data": session},
            {"kind": "message", "direction": "received", "data": text},
            {"kind": "message", "direction": "received", "data": text.encode()},
            {"request_sample": {"json": both, "raw": raw}, "response_sample": {"json": {}}},
        ],
    })  # fmt: skip


CASSETTES: dict[str, tuple[str, Callable[[], bytes], dict[str, str]]] = {
    "betamax": ("sown.json", betamax, SECRETS),
    "ruby-vcr": ("sown.yml", ruby_vcr, SECRETS),
    "har": ("sown.har", har, SECRETS),
    "pydantic-ai": ("sown.yaml", pydantic_ai, WIRES),
}
"""By the recorder: a name for its file, what stands in it, and the secrets in there."""
OWN_FIELDS = ("tree", "go-form")
"""Secrets of `sowing` that stand where only go-vcr or vcrpy has a place."""
