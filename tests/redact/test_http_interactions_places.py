"""Every place of Ruby VCR's and of Betamax's files is looked at, and cleaned in place."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, encodebytes
from typing import Any

import pytest
from handwritten import URL, betamax, marked, ruby_binary, ruby_vcr, stored
from planted import letters
from redacting import clean, text_after

S = letters("http_interactions", 32)
JSON = json.dumps({"client_secret": S})
DATA = json.dumps({"client_secret": S, "pad": "ä" * 60}, ensure_ascii=False).encode()
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

PLAIN = {
    "Ruby, uri": ruby_vcr(uri=f"{URL}?a=1&access_token={S}"),
    "Ruby, password in the uri": ruby_vcr(uri=f"https://someone:{S}@api.example.com/"),
    "Ruby, header": ruby_vcr(header=f"Authorization:\n      - Bearer {S}"),
    "Ruby, symbol as a header": ruby_vcr(header=f"X-Api-Key:\n      - :{S}"),
    "R, header without a list": ruby_vcr(header=f"Authorization: Bearer {S}"),
    "Ruby, string": ruby_vcr(response=f"\n      encoding: UTF-8\n      string: '{JSON}'"),
    "Ruby, body that is the string": ruby_vcr(response=f"'{JSON}'"),
    "Ruby, block": ruby_vcr(response=f"\n      string: |-\n        {JSON}\n        \n"),
    "Ruby, symbol": ruby_vcr().replace("  recorded_at", f"  :api_key: :{S}\n  recorded_at"),
    "Ruby, note of the adapter": ruby_vcr().replace(
        "    http_version:", f"    adapter_metadata: {{token: {S}}}\n    http_version:"
    ),
    "Betamax, list of headers": betamax({"headers": {"X-Api-Key": [S], "Accept": ["*/*"]}}),
    "Betamax, header as a text": betamax({"headers": {"X-Api-Key": S, "Accept": "*/*"}}),
    "Betamax, uri and url": betamax({"uri": f"{URL}?key={S}"}, {"url": f"{URL}?key={S}"}),
    "Betamax, url alone": betamax(None, {"url": f"{URL}?access_token={S}"}),
    "Betamax, body that is the string": betamax({"body": f"password={S}&a=1", "headers": FORM}),
    "Betamax, string": betamax(None, {"body": stored(JSON)}),
    "Betamax, status code alone": betamax(
        None, {"body": stored(JSON), "status": None, "status_code": 200}
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLAIN)
def test_found_where_it_stands_and_replaced_there(place: str) -> None:
    text = PLAIN[place]
    assert [one.removeprefix(":") for one in marked(text)] == [S] * text.count(S)
    result = clean(text, gone=[S])
    (placeholder,) = {one.placeholder.removeprefix(":") for one in result.redactions}
    assert len(placeholder) == len(S)
    assert text_after(result) == text.replace(S, placeholder)


def test_a_short_password_that_the_url_repeats() -> None:
    """Too short to be looked for everywhere: each field has to be read as the URL it is."""
    text = betamax({"uri": f"{URL}?password=hunter"}, {"url": f"{URL}?password=hunter"})
    assert marked(text) == ["hunter", "hunter"]
    assert text_after(clean(text, gone=["hunter"])).count("?password=REDA-1") == 2


def test_a_header_that_ruby_took_for_bytes() -> None:
    text = ruby_vcr(header=f"X-Api-Key:\n      - !binary |-\n        {encoded(S.encode())}")
    assert marked(text) == [encoded(S.encode())]
    result = clean(text)
    (one,) = result.redactions
    assert text_after(result) == text.replace(
        encoded(S.encode()), encoded(one.placeholder.encode())
    )


def encoded(data: bytes) -> str:
    return encodebytes(data).decode().replace("\n", "")


def in_ruby(data: bytes, **headers: str) -> str:
    more = "".join(f"{name}: ['{value}']\n      " for name, value in headers.items())
    return ruby_vcr(response=ruby_binary(data), more=more.replace("_", "-") + "Server: [a]")


def in_ruby_exact(data: bytes, **headers: str) -> str:
    return in_ruby(data, **headers).replace(ruby_binary(data), ruby_binary(data, exact=True))


def in_ruby_json(data: bytes, **headers: str) -> str:
    """As VCR's JSON serializer writes them: lines of 60 characters, their ends as `\\n`."""
    lines = re.sub(".{60}", r"\g<0>\n", encoded(data)) + "\n"
    body = {"encoding": "ASCII-8BIT", "base64_string": lines}
    named = {name.replace("_", "-"): [value] for name, value in headers.items()}
    return betamax(None, {"body": body, "headers": named}).replace("betamax/0.9.0", "VCR 5.0.0")


def in_betamax(data: bytes, **headers: str) -> str:
    named = {name.replace("_", "-"): [value] for name, value in headers.items()}
    return betamax(None, {"body": stored(data), "headers": named})


WAYS = {"Ruby": in_ruby, "exact": in_ruby_exact, "JSON": in_ruby_json, "Betamax": in_betamax}


def base64_of(text: str) -> str:
    """The base64 of the response, with its line ends as the recorder reads them."""
    if text.startswith("{"):
        body: Any = json.loads(text)["http_interactions"][0]["response"]["body"]
        return str(body["base64_string"])
    found = re.search(r"(?:!binary \|-|base64_string: \|)\n((?: {8}\S+\n)+)", text)
    assert found
    return found[1].replace(" ", "")


def layout(text: str) -> list[int]:
    return [len(line) for line in base64_of(text).split("\n")]


@pytest.mark.parametrize("way", WAYS)
def test_base64_keeps_its_lines(way: str) -> None:
    text = WAYS[way](DATA)
    (where,) = marked(text)
    assert S[4:-4].encode() in b64decode(re.sub(r"\s|\\n", "", where))
    result = clean(text)
    (one,) = result.redactions
    after = text_after(result)
    assert b64decode(base64_of(after)) == DATA.replace(S.encode(), one.placeholder.encode())
    assert layout(after) == layout(text)


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_compressed_bodies_keep_width_and_lengths(way: str, right: bool) -> None:
    packed = gzip.compress(DATA, mtime=0)
    length = str(len(packed) + (0 if right else 9))
    text = WAYS[way](packed, Content_Encoding="gzip", Content_Length=length)
    result = clean(text, changed=[f'"{length}"', f"'{length}'"])
    after = text_after(result)
    (one,) = result.redactions
    new = b64decode(base64_of(after))
    assert gzip.decompress(new) == DATA.replace(S.encode(), one.placeholder.encode())
    lines = layout(text)
    assert [size for size in layout(after) if size > lines[0]] == []
    assert base64_of(after).endswith("\n") == base64_of(text).endswith("\n")
    stated = re.search(r"Content-Length\"?: \[[\"']([0-9]+)[\"']\]", after)
    assert stated and stated[1] == (str(len(new)) if right else length)
    assert [each.field for each in result.recompressed] == ["response.body"]
