"""What the example server answers: one function for each address, no state, no clock."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from examples import chat, packed, providers
from examples.synthetic import secrets

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One response; `pieces` are sent chunk by chunk when there is more than one."""

    pieces: tuple[bytes, ...]
    content_type: str
    status: int = 200
    headers: Headers = ()


def answer(method: str, path: str, body: bytes) -> Answer:
    """The answer to one request; `path` comes without its query."""
    found = _ANSWERS.get((method, path))
    if found is not None:
        return found(body)
    recorded = providers.answer(path, body)
    if recorded is not None:
        return Answer(recorded.pieces, recorded.content_type)
    return _json({"error": {"message": f"no {method} {path} here"}}, status=404)


def _json(value: object, *, status: int = 200, headers: Headers = ()) -> Answer:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Answer((text.encode(),), "application/json", status, headers)


def _chat(body: bytes) -> Answer:
    question = json.loads(body)
    if question.get("stream"):
        return Answer(chat.stream(question), "text/event-stream; charset=utf-8")
    return Answer((chat.completion(question),), "application/json")


def _models(_: bytes) -> Answer:
    return _json({"object": "list", "data": [{"id": "example-1", "object": "model"}]})


def _moved(_: bytes) -> Answer:
    return Answer((b"",), "text/plain", 302, (("Location", "/v1/models"),))


def _limited(_: bytes) -> Answer:
    error = {"type": "rate_limit_error", "message": "Too many requests, try again in 20 seconds."}
    return _json({"error": error}, status=429, headers=(("Retry-After", "20"),))


def _form(body: bytes) -> Answer:
    return _json({"received": parse_qs(body.decode())}, status=201)


def _upload(body: bytes) -> Answer:
    names = [name.decode() for name in re.findall(rb'; name="([^"]+)"', body)]
    return _json({"parts": names, "bytes": len(body)}, status=201)


def _lines(_: bytes) -> Answer:
    steps = ({"step": "load", "done": False}, {"step": "señal", "done": False}, {"done": True})
    texts = (json.dumps(step, ensure_ascii=False, separators=(",", ":")) for step in steps)
    return Answer(tuple(f"{text}\n".encode() for text in texts), "application/x-ndjson")


def _page(_: bytes) -> Answer:
    html = b"<!doctype html>\n<title>Examples</title>\n<p>Nothing to see.\n"
    return Answer((html,), "text/html; charset=utf-8", 200, (("Set-Cookie", "theme=dark; Path=/"),))


def _latin1(_: bytes) -> Answer:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<city country="España">Málaga</city>\n'
    return Answer((text.encode("latin-1"),), "application/xml; charset=ISO-8859-1")


def _login(_: bytes) -> Answer:
    cookie = f"sessionid={secrets().session}; HttpOnly; Path=/; SameSite=Lax"
    return _json({"welcome": True}, headers=(("Set-Cookie", cookie),))


def _client(_: bytes) -> Answer:
    return _json({"client_id": "example-client", "client_secret": secrets().client_secret})


def _squeezed_token(_: bytes) -> Answer:
    text = json.dumps({"scope": "repo", "access_token": secrets().github}, indent=2)
    body = gzip.compress(text.encode(), mtime=0)
    return Answer((body,), "application/json", 200, (("Content-Encoding", "gzip"),))


def _encoded(body: bytes, coding: str) -> Callable[[bytes], Answer]:
    headers = (("Content-Encoding", coding),)
    return lambda _: Answer((body,), "application/json", 200, headers)


_ANSWERS: Mapping[tuple[str, str], Callable[[bytes], Answer]] = {
    ("POST", "/v1/chat/completions"): _chat,
    ("GET", "/v1/models"): _models,
    ("GET", "/moved"): _moved,
    ("GET", "/limited"): _limited,
    ("POST", "/form"): _form,
    ("POST", "/upload"): _upload,
    ("GET", "/lines"): _lines,
    ("GET", "/page"): _page,
    ("GET", "/city.xml"): _latin1,
    ("GET", "/dot.png"): lambda _: Answer((packed.PNG,), "image/png"),
    ("GET", "/colours/gzip"): _encoded(packed.GZIP, "gzip"),
    ("GET", "/colours/br"): _encoded(packed.BROTLI, "br"),
    ("GET", "/colours/zstd"): _encoded(packed.ZSTD, "zstd"),
    ("POST", "/login"): _login,
    ("GET", "/client"): _client,
    ("GET", "/token"): _squeezed_token,
}
