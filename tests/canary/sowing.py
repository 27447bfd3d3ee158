"""Cassettes of every recorder with a secret of its own at every position a recording has."""

from __future__ import annotations

import gzip
import io
import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from planted import anthropic, google, letters, openai, slashed
from ruamel.yaml import YAML

SECRETS: dict[str, str] = {
    "bearer": openai("bearer"), "basic": letters("basic", 24), "custom": anthropic("custom"),
    "cookie": letters("cookie", 32), "set-cookie": letters("set-cookie", 32),
    "query": google("query"), "percent": slashed("percent"), "userinfo": letters("info", 24),
    "form": slashed("form"), "json": letters("json", 40), "nested": letters("nested", 40),
    "escaped": slashed("escaped"), "deltas": openai("deltas"), "arguments": letters("args", 32),
    "gzip": openai("gzip"), "base64": openai("base64"), "tree": letters("tree", 40),
    "go-form": slashed("go-form"),
}  # fmt: skip
S = SECRETS
ORIGIN = "https://api.example.com/v1"
Exchange = dict[str, Any]
"""`url`, `sent` headers, `body`, `got` headers, `answer`, and a recorder's own: `form`, `tree`."""


def exchanges() -> Iterator[Exchange]:
    """One exchange for each group of positions."""
    basic = b64encode(f"someone:{S['basic']}".encode()).decode()
    yield {"sent": {"Authorization": f"Bearer {S['bearer']}"}}
    yield {"sent": {"Authorization": f"Basic {basic}"}}
    yield {"sent": {"X-Api-Key": S["custom"]}}
    yield {
        "sent": {"Cookie": f"theme=dark; sessionid={S['cookie']}"},
        "got": {"Set-Cookie": f"sessionid={S['set-cookie']}; Path=/; HttpOnly"},
    }
    yield {"url": f"{ORIGIN}/things?key={S['query']}&page=2"}
    yield {"url": f"{ORIGIN}/things?access_token={quote(S['percent'], safe='')}"}
    yield {"url": f"https://someone:{S['userinfo']}@api.example.com/v1/things"}
    yield {"body": f"user=a&password={quote(S['form'], safe='')}", "form_type": True}
    yield {"answer": json.dumps({"client_secret": S["json"], "a": 1}), "type": "application/json"}
    inner = json.dumps({"input": {"client_secret": S["nested"]}})
    yield {"answer": json.dumps({"arguments": inner}), "type": "application/json"}
    escaped = json.dumps({"api_key": S["escaped"]}).replace("/", "\\/").replace("+", "\\u002B")
    yield {"answer": escaped, "type": "application/json"}
    yield {"answer": streamed(), "type": "text/event-stream"}
    packed = gzip.compress(json.dumps({"access_token": S["gzip"]}).encode(), mtime=0)
    yield {"answer": packed, "type": "application/json", "got": {"Content-Encoding": "gzip"}}
    yield {"answer": json.dumps({"token": S["base64"], "e": "é"}).encode(), "type": "text/plain"}
    yield {"tree": {"client_secret": S["tree"], "other": [1, {"a": None}]}}
    yield {"form": {"client_secret": [S["go-form"]]}}


def streamed() -> str:
    """A key over three deltas, then one in the arguments of a tool call, over three as well."""
    key, arguments = S["deltas"], json.dumps({"client_secret": S["arguments"]})
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": "Use "}]
    deltas += [{"content": piece} for piece in (key[:30], key[30:80], key[80:], " now")]
    deltas += [_call(arguments[:25], id="call_1"), _call(arguments[25:36]), _call(arguments[36:])]
    chunks = [
        {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]}
        for delta in deltas
    ]
    return "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"


def _call(arguments: str, **more: str) -> dict[str, Any]:
    call = {"index": 0, "type": "function", "function": {"name": "f", "arguments": arguments}}
    return {"tool_calls": [call | more]}


def _lists(headers: dict[str, str]) -> dict[str, list[str]]:
    return {name: [value] for name, value in headers.items()}


def sent(one: Exchange) -> dict[str, list[str]]:
    """The headers of the request."""
    form = {"Content-Type": "application/x-www-form-urlencoded"} if "form_type" in one else {}
    return _lists(form | one.get("sent", {}))


def got(one: Exchange) -> dict[str, list[str]]:
    """The headers of the response."""
    return _lists({"Content-Type": one.get("type", "text/plain")} | one.get("got", {}))


def go_vcr(version: int) -> bytes:
    """A go-vcr cassette of this format."""
    found = [
        {
            "request": {
                "method": "POST", "url": one.get("url", f"{ORIGIN}/things"),
                "body": one.get("body", ""), "form": one.get("form", {}), "headers": sent(one),
            },
            "response": {
                "body": one.get("answer", ""), "headers": got(one), "status": "200 OK",
                "code": 200, "duration": "1ms",
            },
        }
        for one in exchanges()
        if "tree" not in one
    ]  # fmt: skip
    return dump({"version": version, "interactions": found})


def vcrpy() -> bytes:
    """A vcrpy cassette, one of its bodies as a tree."""
    found = []
    for one in exchanges():
        if "form" in one:
            continue
        request = {"method": "POST", "uri": one.get("url", f"{ORIGIN}/things")}
        body = {"parsed_body": one["tree"]} if "tree" in one else {"body": one.get("body")}
        answer = {"string": one.get("answer", "")}
        status = {"code": 200, "message": "OK"}
        response = {"body": answer, "headers": got(one), "status": status}
        found.append({"request": request | body | {"headers": sent(one)}, "response": response})
    return dump({"interactions": found, "version": 1})


def dump(tree: object) -> bytes:
    """A tree as YAML."""
    out = io.BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.width = 100
    yaml.dump(tree, out)
    return out.getvalue()


CASSETTES: dict[str, Callable[[], bytes]] = {
    "go-vcr-v1": lambda: go_vcr(1),
    "go-vcr-v2": lambda: go_vcr(2),
    "vcrpy": vcrpy,
}
