"""Files that no recorder writes: what somebody sends who wants a tool to fall over."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping

import brotli
import zstandard
from support import ROOT

SOUND = (ROOT / "examples/go-vcr-v2/omit-empty-chat-stream.yaml").read_bytes()
ZEROS = bytes(80_000_000)
"""More than a decoded body may have."""


def go_vcr(body: str, *, url: str = "https://api.example.com/v1", headers: str = "{}") -> bytes:
    """A go-vcr cassette; all three are YAML on one line."""
    return (
        f"version: 2\ninteractions:\n- id: 0\n  request:\n    method: GET\n    url: {url}\n"
        f"    headers: {headers}\n  response:\n    headers: {{Content-Type: [application/json]}}\n"
        f"    status: 200 OK\n    code: 200\n    duration: 1ms\n    body: {body}\n"
    ).encode()


def vcrpy(data: bytes, encoding: str) -> bytes:
    """A vcrpy cassette with these bytes as its encoded body, behind one that is sound."""
    exchange = (
        "- request: {{body: null, headers: {{}}, method: GET, uri: 'https://api.example.com/v1'}}\n"
        "  response:\n    body: {{string: {body}}}\n"
        "    headers: {{Content-Encoding: [{encoding}]}}\n"
        "    status: {{code: 200, message: OK}}\n"
    )
    packed = f"!!binary {b64encode(data).decode()}"
    sound = exchange.format(body="''", encoding="identity")
    return f"interactions:\n{sound}{exchange.format(body=packed, encoding=encoding)}".encode()


def deep(opening: str, closing: str, count: int = 100_000) -> bytes:
    """A cassette whose body is nested this deep."""
    return go_vcr(opening * count + closing * count)


BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
).encode()

REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "Latin-1": (lambda: go_vcr("'\xe9'").decode().encode("latin-1"), "not UTF-8"),
    "UTF-16": (lambda: SOUND.decode().encode("utf-16"), "not UTF-8"),
    "UTF-16 without BOM": (
        lambda: go_vcr("x").decode().encode("utf-16-le"),
        "U+0000 is not allowed",
    ),
    "UTF-32": (lambda: SOUND.decode().encode("utf-32"), "not UTF-8"),
    "NUL": (lambda: go_vcr("'a\0b'"), "U+0000 is not allowed"),
    "a control character": (lambda: go_vcr("'a\x1bb'"), "U+001B is not allowed"),
    "half a surrogate": (lambda: go_vcr("'") + b"\xed\xa0\x80'", "not UTF-8"),
    "brackets": (lambda: deep("[", "]"), "nested deeper than 500 levels"),
    "braces": (lambda: deep("{a: ", "}"), "nested deeper than 500 levels"),
    "dashes": (lambda: go_vcr("x") + b"more:\n" + b"- " * 100_000, "nested deeper than 500 levels"),
    "an alias bomb": (lambda: go_vcr("x") + BOMB, "aliases expand to more nodes"),
    "an alias in its own anchor": (lambda: go_vcr("&a [*a]"), "inside its own anchor"),
    "an alias of nothing": (lambda: go_vcr("*nothing"), "names no anchor"),
    "gzip bomb": (lambda: vcrpy(gzip.compress(ZEROS, mtime=0), "gzip"), "decodes to more than"),
    "deflate bomb": (lambda: vcrpy(zlib.compress(ZEROS), "deflate"), "decodes to more than"),
    "br bomb": (lambda: vcrpy(brotli.compress(ZEROS, quality=1), "br"), "decodes to more than"),
    "zstd bomb": (lambda: vcrpy(zstandard.compress(ZEROS), "zstd"), "decodes to more than"),
    "a bomb in a bomb": (
        lambda: vcrpy(gzip.compress(gzip.compress(ZEROS, mtime=0), mtime=0), "gzip, gzip"),
        "decodes to more than",
    ),
}
"""By name: the file, and words of the refusal."""

ODD_INTERACTIONS = (
    b"version: 2\ninteractions: [{request: {method: GET, url: 'http://x'}, response: {code: 200}}, "
    b"1, null, [], {request: 3}, {request: {url: [1]}, response: {body: {a: b}}}]"
)
ODD_BUT_READ: Mapping[str, Callable[[], bytes]] = {
    "a body of JSON nested deep": lambda: go_vcr("'" + "[" * 100_000 + "]" * 100_000 + "'"),
    "JSON in JSON": lambda: go_vcr(json.dumps(nested(12))),
    "a huge number": lambda: go_vcr('\'{"a": ' + "9" * 10_000 + "}'"),
    "a huge code": lambda: go_vcr("x").replace(b"code: 200", b"code: " + b"9" * 10_000),
    "no number at all": lambda: go_vcr("'[NaN, Infinity, -Infinity, 1e999999]'"),
    "half surrogates": lambda: go_vcr(r"""'{"a": "\ud800", "b": "\udc00\ud800"}'"""),
    "tags": lambda: go_vcr("!!python/object/apply:os.system ['exit 3']"),
    "headers of odd shapes": lambda: go_vcr("x", headers="{a: [[b]], c: null, d: 3, e: {f: g}}"),
    "headers that are a list": lambda: go_vcr("x", headers="[a, [b, c], {d: e}]"),
    "a URL of nothing": lambda: go_vcr("x", url="'http://[::1'"),
    "two documents": lambda: go_vcr("x") + b"---\n" + go_vcr("y"),
    "keys that repeat": lambda: go_vcr("x") + b"version: 2\n",
    "base64 that is none": lambda: go_vcr("!!binary '*** no base64 ***'"),
    "a charset of nobody": lambda: go_vcr("x").replace(b"/json]", b"/json; charset=nobody-8]"),
    "interactions of odd shapes": lambda: ODD_INTERACTIONS,
}


def nested(depth: int) -> str:
    """JSON in a string in JSON, and so on."""
    text = '{"a": 1}'
    for _ in range(depth):
        text = json.dumps({"a": text})
    return text
