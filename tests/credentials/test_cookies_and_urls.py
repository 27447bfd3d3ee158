"""Cookies and URLs: where the values are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.cookies import cookie_parts, set_cookie_parts
from cassette_cli.credentials.parts import Part
from cassette_cli.credentials.urls import parameters, url_parts


def told(text: str, parts: list[Part]) -> list[tuple[str, str, str | None]]:
    return [
        (part.name, text[part.start : part.end], part.kind and part.kind.name) for part in parts
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a=1; session=abc", [("a", "1", "cookie"), ("session", "abc", "session-cookie")]),
        ('sid="q=r";lang=en', [("sid", "q=r", "session-cookie"), ("lang", "en", None)]),
        ("__cf_bm=x.y-1", [("__cf_bm", "x.y-1", "bot-cookie")]),
        ("flag; ; a = b ", [("a", "b", "cookie")]),
        ("", []),
        ("=x", [("", "x", "cookie")]),
    ],
)
def test_cookies(value: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(value, list(cookie_parts(value))) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("sid=abc; Path=/; HttpOnly", [("sid", "abc", "session-cookie")]),
        ("_cfuvid=abc; Domain=.x.com; SameSite=None", [("_cfuvid", "abc", "bot-cookie")]),
        ("HttpOnly", []),
        (
            "sid=a; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/, csrftoken=b,c; Secure\nsid=d",
            [
                ("sid", "a", "session-cookie"),
                ("csrftoken", "b,c", "session-cookie"),
                ("sid", "d", "session-cookie"),
            ],
        ),
        ("theme=a, lang=c", [("theme", "a", None), ("lang", "c", None)]),
    ],
)
def test_set_cookie(value: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(value, set_cookie_parts(value)) == expected


URLS = [
    ("https://host/path", []),
    ("https://host/?key=a%2Bb&page=2", [("key", "a%2Bb", "key"), ("page", "2", None)]),
    ("/rel?access_token=t#x", [("access_token", "t", "access-token")]),
    ("https://u:p%40@host/?a", [("user", "u", None), ("password", "p%40", "url-password")]),
    ("https://tok@host:80/a@b", [("user", "tok", "url-user-token")]),
    ("//u:p@host", [("user", "u", None), ("password", "p", "url-password")]),
    (
        "https://host/cb#access_token=t&state=s",
        [("access_token", "t", "access-token"), ("state", "s", None)],
    ),
    ("https://h/#/r?token=t", [("token", "t", "token")]),
    ("https://h/?a=1&amp;sig=s", [("a", "1", None), ("sig", "s", "request-signature")]),
    (
        "https://h/?X-Amz-Signature=ab&X-Amz-Credential=AK%2F1",
        [
            ("X-Amz-Signature", "ab", "request-signature"),
            ("X-Amz-Credential", "AK%2F1", "access-key-id"),
        ],
    ),
    ("https://h/?api%5Fkey=v", [("api_key", "v", "api-key")]),
    ("/a//b:c@d?x=1", [("x", "1", None)]),
    ("https://h/?x=http://u:p@h", [("x", "http://u:p@h", None)]),
    ("https://h/?x==y&=z", [("x", "=y", None), ("", "z", None)]),
    ("", []),
    ("?", []),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_urls(url: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(url, list(url_parts(url))) == expected


def test_form() -> None:
    body = "grant_type=password&password=hunter2&x"
    assert told(body, list(parameters(body))) == [
        ("grant_type", "password", None),
        ("password", "hunter2", "password"),
    ]


@given(st.text('ab:/?#&=@;%2F. "', max_size=80))
def test_spans_are_within_and_in_order(text: str) -> None:
    for parts in (list(url_parts(text)), list(cookie_parts(text))):
        end = 0
        for part in parts:
            assert end <= part.start <= part.end <= len(text)
            end = part.end


@pytest.mark.parametrize("piece", ["a=b&", "&", "=", ";", "a=b;", "//", "@", "#", "?", ":", "%"])
def test_time_is_linear(piece: str) -> None:
    text = "https://" + piece * (1_000_000 // len(piece))
    start = time.process_time()
    assert sum(1 for _ in url_parts(text)) + sum(1 for _ in cookie_parts(text)) >= 0
    assert sum(1 for _ in set_cookie_parts(text)) >= 0
    assert time.process_time() - start < 10
