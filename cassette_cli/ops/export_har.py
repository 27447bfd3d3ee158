"""A cassette as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which the developer
tools of browsers open."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from cassette_cli.bodies.tree_text import tree_text
from cassette_cli.errors import RefusedError
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.ops.transforms.entries import entry_under, route_of
from cassette_cli.source.json_layer import Route
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of
from cassette_cli.source.structure.change import size
from cassette_cli.source.text import utf8
from cassette_cli.version import version

_HELD = frozenset({
    "request", "response", "method", "uri", "url", "headers", "body", "status", "code", "content",
    "status_code", "http_version", "duration", "recorded_at", "proto", "proto_major", "proto_minor",
    "content_length",
})  # fmt: skip
"""Keys of interactions and messages of which HAR has a counterpart."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Har(NamedTuple):
    """The file, and in words what it cannot hold."""

    data: bytes
    losses: tuple[str, ...]


def har_of(cassette: Cassette) -> Har:
    """The HTTP interactions of a cassette.

    Raises:
        RefusedError: it is HAR already, or none of its interactions is HTTP.
    """
    if cassette.recorder.name == "har":
        raise RefusedError("it is HAR already", hint="copy the file")
    held = [one for one in cassette.interactions if one.kind == "http"]
    if not held and cassette.interactions:
        raise RefusedError("HAR holds HTTP, and nothing in the file is")
    log = {
        "version": "1.2",
        "creator": {"name": "cassette", "version": version()},
        "entries": [_entry(cassette, one) for one in held],
    }
    text = json.dumps({"log": log}, indent=2, ensure_ascii=False) + "\n"
    return Har(utf8(text), tuple(_losses(cassette, held)))


def _entry(cassette: Cassette, one: Interaction) -> dict[str, Any]:
    time = max(one.duration_ms or 0, 0)
    return {
        "startedDateTime": _started(one).isoformat(timespec="milliseconds"),
        "time": time,
        "request": _request(cassette, one),
        "response": _response(cassette, one),
        "cache": {},
        "timings": {"send": 0, "wait": time, "receive": 0},
    }


def _request(cassette: Cassette, one: Interaction) -> dict[str, Any]:
    url = one.request.url.value if one.request.url is not None else ""
    found: dict[str, Any] = {
        "method": one.verb,
        "url": url,
        "httpVersion": _version(cassette, route_of(one, one.request)),
        "cookies": [
            {"name": name.strip(), "value": value}
            for cookie in one.request.header_values("cookie")
            for name, _, value in (part.partition("=") for part in cookie.value.split(";"))
        ],
        "headers": _headers(one.request),
        "queryString": [{"name": name, "value": value} for name, value in _query(url)],
        "headersSize": -1,
        "bodySize": one.request.body.size,
    }
    if one.request.body.size:
        found["postData"] = {
            "mimeType": one.request.content_type or "",
            "text": _text(one.request)[0],
        }
    return found


def _response(cassette: Cassette, one: Interaction) -> dict[str, Any]:
    body = one.response.body
    text, encoded = _text(one.response)
    content = {"size": body.size, "mimeType": one.response.content_type or "", "text": text}
    cookies = (
        cookie.value.partition(";")[0] for cookie in one.response.header_values("set-cookie")
    )
    return {
        "status": one.response.status or 0,
        "statusText": one.response.reason or "",
        "httpVersion": _version(cassette, route_of(one, one.response)),
        "cookies": [
            {"name": name.strip(), "value": value}
            for name, _, value in (cookie.partition("=") for cookie in cookies)
        ],
        "headers": _headers(one.response),
        "content": content | ({"encoding": "base64"} if encoded else {}),
        "redirectURL": one.response.header("location") or "",
        "headersSize": -1,
        "bodySize": -1,
    }


def _headers(message: Message) -> list[dict[str, str]]:
    return [
        {"name": header.name.value, "value": value.value}
        for header in message.headers
        for value in header.values
    ]


def _query(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query, keep_blank_values=True)
    except ValueError:
        return []


def _text(message: Message) -> tuple[str, bool]:
    """The decoded body, and whether it stands there as base64 since it is no text."""
    body = message.body
    if body.text is not None:
        return body.text.value, False
    if body.tree is not None:
        return tree_text(body.tree), False
    return (b64encode(body.data.value).decode(), True) if body.data is not None else ("", False)


def _version(cassette: Cassette, route: Route) -> str:
    """`HTTP/2.0` where the recorder says so, in the message or beside both."""
    places = ((route, "proto"), (route, "http_version"), (route[:-1], "http_version"))
    for place, name in places:
        found = entry_under(cassette.document, place, name)
        text = text_of(found.node) if found is not None else None
        if text and text != "null":
            return text if text.upper().startswith("HTTP/") else f"HTTP/{text}"
    return "HTTP/1.1"


def _started(one: Interaction) -> datetime:
    """When it was recorded; where nobody says, in 1970, each a millisecond after the one before."""
    text = one.recorded_at or ""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return _EPOCH + timedelta(milliseconds=one.index)


def _losses(cassette: Cassette, held: list[Interaction]) -> Iterator[str]:
    others = len(cassette.interactions) - len(held)
    if others:
        yield f"{others} that are no HTTP"
    names = dict.fromkeys(name for one in held for name in _unheld(cassette, one))
    if names:
        yield f"the recorder's {', '.join(names)}"
    if any(_started(one) < _EPOCH + timedelta(days=1) for one in held):
        yield "no time of recording: the entries start in 1970"
    if any(_text(one.request)[1] for one in held):
        yield "requests that are no text, which stand there as base64"


def _unheld(cassette: Cassette, one: Interaction) -> Iterator[str]:
    """Keys with something in them that HAR has no place for."""
    for route in (one.route, route_of(one, one.request), route_of(one, one.response)):
        holder = cassette.document.node_at(route)
        for key, value in holder.entries if isinstance(holder, Mapping) else ():
            name = text_of(key)
            if name is not None and name not in _HELD and _says_something(resolved(value)):
                yield name


def _says_something(node: Node) -> bool:
    if isinstance(node, Mapping | Sequence):
        return bool(size(node))
    return isinstance(node, Scalar) and node.value not in ("", "null", "~")
