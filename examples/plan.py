"""Which requests go into which example cassette: data, read by every recorder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from examples import packed, providers

Client = Literal["httpx", "requests"]
Suffix = Literal["yaml", "yml", "json", "har"]


@dataclass(frozen=True, slots=True)
class Call:
    """One request; `path` holds the query as well, and only a body that is no text is bytes."""

    method: Literal["GET", "POST"]
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str | bytes = ""

    @property
    def data(self) -> bytes:
        """The body as it travels."""
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True, slots=True)
class Cassette:
    """One file to record, and the settings under which its recorder shall do that.

    `client` matters to vcrpy alone, `decoded` (unpack before storing) also to Ruby's VCR, `exact`
    (store every body as Base64) to Betamax and Ruby's VCR; `dialect` to go-vcr's format 2 and, as
    "utf-8", to Ruby's VCR. The serializer is named by the suffix of what it writes.
    """

    name: str
    calls: tuple[Call, ...]
    client: Client = "httpx"
    decoded: bool = False
    serializer: Suffix = "yaml"
    dialect: str = ""
    exact: bool = False

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.{self.serializer}"


def ask(*headers: tuple[str, str], **more: object) -> Call:
    """A question to the chat model, with further members of the request's body in `more`."""
    messages = [
        {"role": "system", "content": "You are a helpful assistant"},
        {"role": "user", "content": "Say hi in Portuguese"},
    ]
    question = {"model": "example-1", "messages": messages, **more}
    body = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
    return Call("POST", "/v1/chat/completions", (_JSON_TYPE, *headers), body)


def stream(**more: object) -> Call:
    """The same question, answered as an event stream that ends with a usage chunk."""
    return ask(stream=True, stream_options={"include_usage": True}, **more)


def spoken(name: str) -> tuple[Call, ...]:
    """The requests to a provider's API: for a stream, then for the whole."""
    return tuple(
        _spoken(f"/{name}{call['path']}", call.get("body"))
        for call in providers.calls(name).values()
    )


def _spoken(path: str, question: object) -> Call:
    if question is None:
        return Call("GET", path)
    body = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
    return Call("POST", path, (_JSON_TYPE,), body)


_JSON_TYPE = ("Content-Type", "application/json")
_FORM_TYPE = ("Content-Type", "application/x-www-form-urlencoded")
_BOUNDARY = "example-boundary"
_PARTS = (
    b'Content-Disposition: form-data; name="note"\r\n\r\nTwo by two pixels',
    b'Content-Disposition: form-data; name="picture"; filename="dot.png"\r\n'
    b"Content-Type: image/png\r\n\r\n" + packed.PNG,
)
_TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
_JSON = (ask(("Authorization", "Bearer <API_KEY>")),)
_STREAM = (stream(),)
_TOOLS = (stream(tools=[_TOOL]),)
_SEVERAL = (
    Call("GET", "/v1/models"),
    Call("GET", "/moved"),
    Call("POST", "/form?page=2", (_FORM_TYPE,), "colour=amber&note=two+words"),
    Call("GET", "/limited"),
    Call("GET", "/page"),
)
_GZIP, _BROTLI, _ZSTD, _PNG, _CITY = (
    (Call("GET", path),)
    for path in ("/colours/gzip", "/colours/br", "/colours/zstd", "/dot.png", "/city.xml")
)
_UPLOAD = (
    Call(
        "POST",
        "/upload",
        (("Content-Type", f"multipart/form-data; boundary={_BOUNDARY}"),),
        b"".join(b"--%b\r\n%b\r\n" % (_BOUNDARY.encode(), part) for part in _PARTS)
        + b"--%b--\r\n" % _BOUNDARY.encode(),
    ),
)
_LINES = (Call("GET", "/lines"),)
_COMMON = {
    "chat-json": _JSON,
    "chat-stream": _STREAM,
    "chat-stream-tools": _TOOLS,
    "several": _SEVERAL,
    "gzip": _GZIP,
    "binary": _PNG,
    "latin-1": _CITY,
    "upload": _UPLOAD,
}
_LOSSY = ("binary", "upload")
"""Betamax keeps bytes that are no text only as Base64; otherwise it replaces them."""

VCRPY = (
    Cassette("chat-json", _JSON),
    Cassette("chat-stream", _STREAM),
    Cassette("chat-stream-tools", _TOOLS, "requests"),
    Cassette("several", _SEVERAL, "requests"),
    Cassette("several-json", _SEVERAL, serializer="json"),
    Cassette("gzip", _GZIP, "requests"),
    Cassette("gzip-decoded", _GZIP, "requests", decoded=True),
    Cassette("brotli", _BROTLI),
    Cassette("zstd", _ZSTD),
    Cassette("binary", _PNG, "requests"),
    Cassette("latin-1", _CITY),
    Cassette("upload", _UPLOAD),
    Cassette("lines", _LINES),
    *(Cassette(f"stream-{name}", spoken(name)) for name in providers.names()),
)
GO_VCR_V1 = (
    Cassette("chat-json", _JSON),
    Cassette("chat-stream", _STREAM),
    Cassette("chat-stream-tools", _TOOLS),
    Cassette("several", _SEVERAL),
    Cassette("gzip", _GZIP),
    Cassette("binary", _PNG),
    Cassette("latin-1", _CITY),
)
DIALECTS = ("every-key", "omit-empty", "sorted", "bare")
GO_VCR_V2 = (
    *(Cassette(f"{d}-chat-stream", _STREAM, dialect=d) for d in DIALECTS),
    *(Cassette(f"{d}-several", _SEVERAL, dialect=d) for d in DIALECTS),
    Cassette("omit-empty-chat-json", _JSON, dialect="omit-empty"),
    Cassette("omit-empty-chat-stream-tools", _TOOLS, dialect="omit-empty"),
    Cassette("every-key-gzip", _GZIP, dialect="every-key"),
    Cassette("every-key-brotli", _BROTLI, dialect="every-key"),
    Cassette("every-key-binary", _PNG, dialect="every-key"),
)
BETAMAX = (
    *(
        Cassette(name, calls, serializer="json", exact=name in _LOSSY)
        for name, calls in _COMMON.items()
    ),
    Cassette("chat-stream-exact", _STREAM, serializer="json", exact=True),
)
RUBY_VCR = (
    *(Cassette(name, calls, serializer="yml") for name, calls in _COMMON.items()),
    Cassette("several-json", _SEVERAL, serializer="json"),
    Cassette("gzip-decoded", _GZIP, serializer="yml", decoded=True),
    Cassette("chat-stream-utf-8", _STREAM, serializer="yml", dialect="utf-8"),
    *(
        Cassette(f"{name}-exact", _COMMON[name], serializer="yml", exact=True)
        for name in ("chat-stream", "gzip", "binary", "upload")
    ),
    Cassette("binary-exact-json", _PNG, serializer="json", exact=True),
)
HAR = (
    *(Cassette(name, calls, serializer="har") for name, calls in _COMMON.items()),
    Cassette("brotli", _BROTLI, serializer="har"),
)
PLANS = {
    "vcrpy": VCRPY,
    "go-vcr-v1": GO_VCR_V1,
    "go-vcr-v2": GO_VCR_V2,
    "betamax": BETAMAX,
    "ruby-vcr": RUBY_VCR,
    "har": HAR,
}
"""The clean cassettes, by the name of their recorder, which is also their folder's."""
