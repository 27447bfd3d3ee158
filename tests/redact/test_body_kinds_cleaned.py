"""Bodies of several parts, in every way that recorders store them: found and cleaned in place."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable

import pytest
from handwritten import betamax, har, marked, ruby_binary, ruby_vcr, stored
from planted import letters, openai
from redacting import clean, text_after
from ruamel.yaml import YAML

S = letters("kinds", 32)
KEY = openai("kinds, key")
INNER = json.dumps({"arguments": json.dumps({"client_secret": S})})
_BORDER = "example-boundary"
_PNG = b"\x89PNG\r\n\x1a\n\0\xff" + bytes(range(32))


def multipart(*parts: tuple[str, bytes]) -> bytes:
    """Parts, each of them by its disposition and its content."""
    blocks = (
        f"--{_BORDER}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + data + b"\r\n"
        for head, data in parts
    )
    return b"".join(blocks) + f"--{_BORDER}--\r\n".encode()


_FIELD = ('name="password"', S.encode())
_FILE = ('name="file"; filename="a.json"', INNER.encode())
_FORM_DATA = f"multipart/form-data; boundary={_BORDER}"
KINDS: dict[str, tuple[str, bytes]] = {
    "multipart field": (_FORM_DATA, multipart(('name="a"', b"1"), _FIELD, ('name="b"', b"2"))),
    "multipart file": (_FORM_DATA, multipart(_FILE)),
    "multipart beside a picture": (_FORM_DATA, multipart(('name="p"', _PNG), _FILE, _FIELD)),
    "multipart without its type": ("", multipart(_FIELD, _FILE)),
    "XML element": ("text/xml", f"<a><Password>{S}</Password><b/></a>".encode()),
    "XML attribute": ("application/xml", f"<a>\n<b c='d' password='{S}'/></a>".encode()),
    "XML in CDATA": ("application/xml", f"<a><Token><![CDATA[{S}]]></Token></a>".encode()),
    "XML with a prefix": ("text/xml", f'<s:E xmlns:s="u"><s:Secret>{S}</s:Secret></s:E>'.encode()),
    "XML in Latin-1": (
        "text/xml; charset=ISO-8859-1",
        f'<?xml version="1.0" encoding="ISO-8859-1"?><a x="ä"><Token>{S}</Token></a>'.encode(
            "latin-1"
        ),
    ),
    "NDJSON": (
        "application/x-ndjson",
        f'{{"a": 1}}\n{{"client_secret": "{S}"}}\r\n\n{INNER}\n{{"b": "é"}}'.encode(),
    ),
    "NDJSON by its look": ("application/json", f'{{"a": 1}}\n{{"api_key": "{S}"}}\n'.encode()),
    "form with JSON": (
        "application/x-www-form-urlencoded",
        f"a=%7B%7D&payload=%7B%22client_secret%22%3A+%22{S}%22%7D&b=%2F".encode(),
    ),
    "key twice": ("text/plain", f"export A={KEY}\nexport B={KEY}\n".encode()),
    "bytes around a key": (
        "application/octet-stream",
        b"\x08\x01\x12\xa4" + KEY.encode() + b"\xff",
    ),
    "protobuf": ("application/x-protobuf", b"\n\xa4\x01" + KEY.encode() + b"\x12\x02\xff\x00"),
}


def _har(content_type: str, body: str | bytes) -> str:
    held = {"mimeType": content_type, "size": len(body), "text": body}
    if isinstance(body, bytes):
        held |= {"text": b64encode(body).decode(), "encoding": "base64"}
    return har(content=held)


def _betamax(content_type: str, body: str | bytes) -> str:
    return betamax(None, {"body": stored(body), "headers": {"Content-Type": [content_type]}})


def _ruby(content_type: str, body: str | bytes) -> str:
    if isinstance(body, bytes):
        return ruby_vcr(type=json.dumps(content_type), response=ruby_binary(body))
    text = json.dumps(body, ensure_ascii=False)
    return ruby_vcr(type=json.dumps(content_type), response=f"\n      string: {text}")


STORES: dict[str, Callable[[str, str | bytes], str]] = {
    "HAR": _har, "Betamax": _betamax, "Ruby": _ruby,
}  # fmt: skip


def body_of(text: str) -> bytes:
    """The body of the response as a parser of the file reads it."""
    if text.startswith("{") and '"log"' in text:
        content = json.loads(text)["log"]["entries"][0]["response"]["content"]
        return _bytes(content["text"], "encoding" in content)
    tree = YAML(typ="safe", pure=True).load(text.replace(" !binary ", " !!binary "))
    body = tree["http_interactions"][0]["response"]["body"]
    if "base64_string" in body:
        return _bytes(body["base64_string"], True)
    return _bytes(body["string"], False)


def _bytes(value: str | bytes, encoded: bool) -> bytes:
    if encoded:
        return b64decode(value, validate=True)
    return value.encode() if isinstance(value, str) else value


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("kind", KINDS)
def test_only_the_secret_of_a_body_changes(kind: str, store: str) -> None:
    content_type, body = KINDS[kind]
    text = STORES[store](content_type, body)
    assert body_of(text) == body
    result = clean(text)
    secrets = {one for one in (S, KEY) if one.encode() in body}
    (placeholder,) = {one.placeholder for one in result.redactions}
    expected = body
    for one in secrets:
        expected = expected.replace(one.encode(), placeholder.encode())
    assert body_of(text_after(result)) == expected != body
    assert text_after(result) == STORES[store](content_type, expected)


_TEXTS = [kind for kind, (_, body) in KINDS.items() if body.isascii()]


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("kind", _TEXTS)
def test_lint_points_at_the_secret_of_a_text(kind: str, store: str) -> None:
    content_type, body = KINDS[kind]
    text = STORES[store](content_type, body.decode())
    found = marked(text)
    assert found == re.findall(f"{S}|{re.escape(KEY)}", text)
    assert found
    result = clean(text, gone=[S, KEY])
    (placeholder,) = {one.placeholder for one in result.redactions}
    assert text_after(result) == text.replace(found[0], placeholder)


@pytest.mark.parametrize("store", STORES)
def test_entities_of_xml(store: str) -> None:
    """A value that XML has to escape is the secret it stands for, also where it stands plain."""
    escaped = f"<a><Password>a&amp;{S}&#60;</Password><b c='x&amp;y'>a&amp;b</b></a>"
    text = STORES[store]("text/xml", escaped)
    assert marked(text) == [f"a&amp;{S}&#60;"]
    after = body_of(text_after(clean(text, changed=[f": {len(escaped)}"]))).decode()
    placeholder = re.fullmatch(
        r"<a><Password>(REDACTED-1-X+)</Password><b c='x&amp;y'>a&amp;b</b></a>", after
    )
    assert placeholder and len(placeholder[1]) == len(S) + 3
