"""Every place of a HAR file that holds what was on the wire is looked at, and cleaned in place."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from typing import Any
from urllib.parse import quote

import pytest
from handwritten import URL, har, marked, pairs
from planted import letters, slashed
from redacting import clean, text_after

S = letters("har", 32)
TOKEN = slashed("har, token")
DATA = json.dumps({"client_secret": S, "pad": "ä" * 60}, ensure_ascii=False).encode()
FORM = "application/x-www-form-urlencoded"


def posted(kind: str, **data: Any) -> str:
    return har(request={"method": "POST", "postData": {"mimeType": kind, **data}})


PLAIN = {
    "queryString": har(request={"queryString": pairs(api_key=S, page="2")}),
    "queryString and url": har(
        request={"queryString": pairs(api_key=S), "url": f"{URL}?api_key={S}&page=2"}
    ),
    "user in the url": har(request={"url": f"https://someone:{S}@api.example.com/"}),
    "cookies": har(
        request={"cookies": pairs(theme="dark", sessionid=S)},
        response={"cookies": [{"name": "sessionid", "value": S, "path": "/", "httpOnly": True}]},
    ),
    "cookie headers": har(
        request={"headers": pairs(cookie=f"theme=dark; sessionid={S}")},
        response={"headers": pairs(set_cookie=f"sessionid={S}; Path=/; HttpOnly")},
    ),
    "headers": har(request={"headers": pairs(authorization=f"Bearer {S}", x_api_key=S)}),
    "postData.text": posted("application/json", text=json.dumps({"a": 1, "client_secret": S})),
    "postData.params": posted(FORM, params=pairs(user="a", password=S)),
    "postData.params and text": posted(
        FORM, params=pairs(password=S), text=f"user=a&password={S}"
    ),
    "JSON in postData.params": posted(
        "multipart/form-data",
        params=[{"name": "file", "fileName": "a.json", "value": json.dumps({"api_key": S})}],
    ),
    "redirectURL": har(
        response={
            "redirectURL": f"{URL}?access_token={S}#a",
            "headers": pairs(location=f"{URL}?access_token={S}#a"),
        }
    ),
    "content.text": har(content={"text": json.dumps({"client_secret": S}), "size": 53}),
    "comment": har(request={"headers": [*pairs(x_api_key=S), {"name": "a", "comment": S}]}),
    "websocket": har(
        _webSocketMessages=[{"type": "send", "data": json.dumps({"client_secret": S})}]
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLAIN)
def test_found_where_it_stands_and_replaced_there(place: str) -> None:
    text = PLAIN[place]
    # One finding for all cookies of a name.
    assert marked(text) == [S] * (1 if place.startswith("cookie") else text.count(S))
    result = clean(text, gone=[S])
    (placeholder,) = {one.placeholder for one in result.redactions}
    assert len(placeholder) == len(S)
    assert text_after(result) == text.replace(S, placeholder)


def test_a_value_and_its_percent_encoded_self() -> None:
    encoded = quote(TOKEN, safe="")
    text = har(
        request={"queryString": pairs(access_token=TOKEN), "url": f"{URL}?access_token={encoded}"}
    )
    assert marked(text) == [TOKEN, encoded]
    result = clean(text, gone=[TOKEN, encoded])
    (placeholder,) = {one.placeholder for one in result.redactions}
    after = text_after(result)
    assert after == text.replace(TOKEN, placeholder).replace(encoded, placeholder)


def holding(text: str, size: int, **headers: str) -> str:
    """A recording whose content is base64, with its length wherever HAR states one."""
    named = pairs(content_length=str(size), **headers)
    return har(
        response={"headers": named}, content={"text": text, "size": size, "encoding": "base64"}
    )


def lengths(text: str) -> set[str]:
    """What the response states, in each place, as its length."""
    response = json.loads(text)["log"]["entries"][0]["response"]
    held = {one["name"]: one["value"] for one in response["headers"]}
    return {*map(str, (response["bodySize"], response["content"]["size"])), held["content-length"]}


def content(text: str) -> str:
    value = json.loads(text)["log"]["entries"][0]["response"]["content"]["text"]
    assert isinstance(value, str)
    return value


def test_base64_content_keeps_all_but_the_secret() -> None:
    text = holding(b64encode(DATA).decode(), len(DATA))
    (where,) = marked(text)
    assert S.encode() in b64decode(where)
    result = clean(text)
    (one,) = result.redactions
    after = b64decode(content(text_after(result)), validate=True)
    assert after == DATA.replace(S.encode(), one.placeholder.encode())
    assert lengths(text_after(result)) == {str(len(DATA))}


@pytest.mark.parametrize("cuts", [(), (40,), (3, 20), (50, 70, 71)])
@pytest.mark.parametrize("right", [True, False])
def test_compressed_content_in_pieces(cuts: tuple[int, ...], right: bool) -> None:
    """Polly.js keeps a list of what arrived; stated lengths stay right if they were."""
    packed = gzip.compress(DATA, mtime=0)
    ends = (*cuts, len(packed))
    pieces = [packed[start:end] for start, end in zip((0, *cuts), ends, strict=True)]
    stated = len(packed) if right else len(packed) + 5
    text = holding(
        json.dumps([b64encode(one).decode() for one in pieces], separators=(",", ":")),
        stated,
        content_encoding="gzip",
    )
    assert len(marked(text)) == 1
    result = clean(text, changed=[f": {stated}", f'"{stated}"'])
    after = [b64decode(one, validate=True) for one in json.loads(content(text_after(result)))]
    (one,) = result.redactions
    assert gzip.decompress(b"".join(after)) == DATA.replace(S.encode(), one.placeholder.encode())
    assert len(after) == len(pieces)
    assert lengths(text_after(result)) == {str(len(b"".join(after)) if right else stated)}
    assert [(each.field, each.encoding) for each in result.recompressed] == [
        ("response.body", "gzip")
    ]


def test_pieces_that_are_not_compressed() -> None:
    """A secret that a piece ends in the middle of."""
    at = DATA.index(S.encode()) + 10
    text = holding(json.dumps([b64encode(one).decode() for one in (DATA[:at], DATA[at:])]), 0)
    result = clean(text)
    (one,) = result.redactions
    after = [b64decode(each, validate=True) for each in json.loads(content(text_after(result)))]
    assert [len(each) for each in after] == [at, len(DATA) - at]
    assert b"".join(after) == DATA.replace(S.encode(), one.placeholder.encode())


def test_lengths_of_plain_content_that_grows_shorter() -> None:
    """Entities are one character each of what the placeholder is as long as."""
    body = f"<answer><password>a&amp;{S}&lt;z</password></answer>"
    text = (
        holding("", len(body))
        .replace('"text": "",', f'"text": "{body}",')
        .replace('"encoding": "base64"', '"comment": ""')
        .replace("application/json", "text/xml")
    )
    after = text_after(clean(text, gone=[S], changed=[f": {len(body)}", f'"{len(body)}"']))
    assert re.fullmatch(r"<answer><password>REDACTED-1-X+</password></answer>", content(after))
    assert lengths(after) == {str(len(content(after)))}
