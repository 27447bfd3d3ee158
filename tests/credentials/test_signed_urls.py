"""Which URLs within a text are signed, and where they stand."""

from __future__ import annotations

import pytest

from cassette_cli.credentials import kinds
from cassette_cli.credentials.signed_urls import may_be_signed, signed_urls
from cassette_cli.credentials.urls import url_parts

HEX = "5f" * 32
SIGNED = {
    "S3, version 4": f"X-Amz-Date=20260101T000000Z&X-Amz-Expires=900&X-Amz-Signature={HEX}",
    "S3, version 2": f"AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=1141889120&Signature={HEX}",
    "CloudFront": f"Policy=eyJTdGF0ZW1lbnQi&Signature={HEX}&Key-Pair-Id=K2JCJMDEHXQW5F",
    "Google": f"X-Goog-Date=20260101T000000Z&X-Goog-Expires=900&X-Goog-Signature={HEX}",
    "Azure": f"se=2026-01-01T00%3A00%3A00Z&sp=r&sv=2021-08-06&sr=b&sig={HEX}",
    "Alibaba OSS": f"OSSAccessKeyId=LTAI&Expires=1141889120&Signature={HEX}",
    "Alibaba OSS, version 4": f"x-oss-expires=900&x-oss-signature={HEX}",
    "Volcengine": f"X-Tos-Expires=900&X-Tos-Signature={HEX}",
    "Tencent COS": f"q-key-time=1557902800%3B1557909900&q-signature={HEX}",
}


@pytest.mark.parametrize("store", SIGNED)
@pytest.mark.parametrize("amp", ["&", "&amp;"])
def test_each_store(store: str, amp: str) -> None:
    url = f"https://store.example/a/b.png?{SIGNED[store].replace('&', amp)}"
    text = f'see https://example.com/ and <a href="{url}">it</a> or <{url}>'
    spans = list(signed_urls(text))
    assert [text[slice(*span)] for span in spans] == [url, url]
    assert any(part.kind is kinds.SIGNATURE for part in url_parts(url))


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/?sig=" + HEX,
        "https://example.com/?Signature=" + HEX,
        "https://example.com/?key=a&token=b&Expires=9",
        "Expires=9&Signature=" + HEX,
        "https://example.com/?Expires=9 https://example.com/?Signature=" + HEX,
        "def f(sig=None, expires=9): pass",
    ],
)
def test_what_is_none(text: str) -> None:
    assert list(signed_urls(text)) == []


@pytest.mark.parametrize(("equals", "amp"), [("=", "&"), ("\\u003d", "\\u0026"), ("=", "\\u0026")])
def test_the_quick_look_sees_through_the_escapes_of_json(equals: str, amp: str) -> None:
    text = SIGNED["Azure"].replace("=", equals).replace("&", amp)
    assert may_be_signed(f'"https://store.example/a?{text}"')


def test_many_urls_take_linear_time() -> None:
    text = "https://a.example/?sig=1&" * 20_000 + "a" * 500_000
    assert list(signed_urls(text)) == []
