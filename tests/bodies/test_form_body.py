"""Forms are shown as the server decodes them."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from handmade import body, rows
from hypothesis import given
from hypothesis import strategies as st
from support import message

from cassette_cli.bodies.decode import decode_body

TYPE = "application/x-www-form-urlencoded"
FIELDS: dict[str, list[tuple[str, str]]] = {
    "a=b": [("a", "b")],
    "a=b&c=d": [("a", "b"), ("c", "d")],
    "q=a+b%20c%2Bd": [("q", "a b c+d")],
    "a+b=1": [("a b", "1")],
    "%61%5B%5D=1": [("a[]", "1")],
    "n=%C3%A9%E2%82%AC%f0%9f%98%80": [("n", "é€😀")],
    "n=é": [("n", "é")],
    "n=%E9": [("n", "\ufffd")],
    "n=%E2%82": [("n", "\ufffd")],
    "n=%zz%4": [("n", "%zz%4")],
    "n=100%": [("n", "100%")],
    "a=1&a=2&a=1": [("a", "1"), ("a", "2"), ("a", "1")],
    "a=": [("a", "")],
    "a": [("a", "")],
    "=b": [("", "b")],
    "=": [("", "")],
    "a=b=c": [("a", "b=c")],
    "a=1&&b=2&": [("a", "1"), ("b", "2")],
    "a=1;b=2": [("a", "1;b=2")],
    "a=%00": [("a", "\0")],
    "a=1\n": [("a", "1\n")],
    "&": [],
}


@pytest.mark.parametrize("text", FIELDS)
@pytest.mark.parametrize("content_type", [TYPE, f"{TYPE}; charset=UTF-8", TYPE.upper()])
def test_fields_are_decoded(text: str, content_type: str) -> None:
    for stored in (text, text.encode()):
        made = body(stored, content_type)
        assert made.kind == "form"
        assert rows(made) == FIELDS[text]


def test_the_columns_are_named() -> None:
    assert body("a=b", TYPE).view().columns == ("field", "value")  # type: ignore[union-attr]


def test_an_empty_form_is_an_empty_body() -> None:
    made = body("", TYPE)
    assert (made.kind, made.size, made.view()) == ("empty", 0, None)


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1))
def test_what_is_sent_is_shown(fields: list[tuple[str, str]]) -> None:
    written = [
        (name.encode("utf-8", "replace"), value.encode("utf-8", "replace"))
        for name, value in fields
    ]
    expected = [(name.decode(), value.decode()) for name, value in written]
    assert rows(body(urlencode(written), TYPE)) == expected


@given(st.text(st.characters(), max_size=30) | st.text("a=&%+2F;\ud800\0", max_size=20))
def test_any_text_is_a_form_if_that_is_claimed(text: str) -> None:
    made = body(text, TYPE)
    assert made.kind in ("form", "empty", "json", "xml", "sse", "multipart", "html")
    made.view()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("grant_type=client&client_id=%20", "form"), ("a[]=1&b.c=2", "form"), ("a=1&b", "text"),
     ("aGVsbG8=", "text"), ("a=<b>", "text"), ('{"a": "b=c"}', "json"), ("a = b", "text")],
)  # fmt: skip
def test_a_request_without_a_type_is_a_form_if_it_looks_like_one(text: str, kind: str) -> None:
    sent = message(text)
    sent.side = "request"
    made = decode_body(sent)
    assert made.kind == kind
    if kind == "form":
        assert made.because == "it is names and values joined with & and ="
