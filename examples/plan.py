"""Which requests go into which example cassette: data, read by every recorder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

Client = Literal["httpx", "requests"]


@dataclass(frozen=True, slots=True)
class Call:
    """One request; `path` holds the query as well."""

    method: Literal["GET", "POST"]
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Cassette:
    """One file to record; `client`, `decoded` and `serializer` matter to vcrpy, `dialect` to v2."""

    name: str
    calls: tuple[Call, ...]
    client: Client = "httpx"
    decoded: bool = False
    serializer: Literal["yaml", "json"] = "yaml"
    dialect: str = ""

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
    content_type = ("Content-Type", "application/json")
    return Call("POST", "/v1/chat/completions", (content_type, *headers), body)


def stream(**more: object) -> Call:
    """The same question, answered as an event stream that ends with a usage chunk."""
    return ask(stream=True, stream_options={"include_usage": True}, **more)


_FORM_TYPE = ("Content-Type", "application/x-www-form-urlencoded")
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
PLANS = {"vcrpy": VCRPY, "go-vcr-v1": GO_VCR_V1, "go-vcr-v2": GO_VCR_V2}
"""The clean cassettes, by the name of their recorder, which is also their folder's."""
