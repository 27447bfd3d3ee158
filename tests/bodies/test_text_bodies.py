"""Plain text, HTML and JSON, in every charset and under every type."""

from __future__ import annotations

import pytest
from handmade import body
from support import growth

from cassette_cli.model.view import JsonView, TextView
from cassette_cli.output.show_body import body_lines

PAGE = "<!DOCTYPE html><html><body>é</body></html>"


def shown(data: bytes | str, content_type: str | None = None) -> list[str]:
    """The lines on the terminal."""
    lines = body_lines(body(data, content_type), None, whole=False)
    return ["".join(run.text for run in line) for line in lines]


CHARSETS = {
    ("é".encode("latin-1"), "text/plain; charset=latin-1"): ["é"],
    ("€".encode("cp1252"), "text/csv;charset=windows-1252"): ["€"],
    ("aé".encode("utf-16"), "text/plain; charset=utf-16"): ["aé"],
    ("aé".encode("utf-16-be"), "text/plain; charset=UTF-16BE"): ["aé"],
    ("é".encode(), "text/plain; charset=latin-1"): ["é"],
    ("é".encode(), "text/plain; charset=nonsense"): ["é"],
    ("é".encode(), "text/plain"): ["é"],
    (b"\xef\xbb\xbfa", "text/plain"): ["‹U+FEFF›a"],
    ("a\r\nb\n", "text/plain"): ["a␍", "b"],
    ("a\x1b[2Jb", "text/plain"): ["a␛[2Jb"],
    ("\n\na", None): ["", "", "a"],
}


@pytest.mark.parametrize(("data", "content_type"), CHARSETS)
def test_text_is_shown_as_it_was_meant(data: bytes | str, content_type: str | None) -> None:
    made = body(data, content_type)
    assert (made.kind, made.problem, isinstance(made.view(), TextView)) == ("text", None, True)
    assert shown(data, content_type) == CHARSETS[(data, content_type)]


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "utf-16", "ascii"])
def test_a_charset_that_lies_is_said(charset: str) -> None:
    first, second = shown(b"\xe9\xff\xfe", f"text/plain; charset={charset}")
    assert first == f"undecodable: it is not {charset}, its declared charset"
    assert second.startswith("binary · 3 B · sha256 ")


@pytest.mark.parametrize("text", [
    PAGE, PAGE.lower(), f"\ufeff{PAGE}", f"\n  {PAGE}", "<html lang='en'></html>",
    f"<!-- made by hand -->\n{PAGE}", "<HTML>",
])  # fmt: skip
def test_a_page_is_known_by_how_it_starts(text: str) -> None:
    for content_type in (None, "text/html; charset=utf-8", "application/xhtml+xml", "text/plain"):
        assert body(text, content_type).kind == "html"
    assert shown(text)[-1].endswith(text.split("\n")[-1].removeprefix("\ufeff"))


def test_part_of_a_page_is_html_if_that_is_claimed() -> None:
    assert [body("<p>a</p>", kind).kind for kind in ("text/html", "text/plain", None)] == [
        "html", "text", "xml",
    ]  # fmt: skip


@pytest.mark.parametrize("meta", [
    '<meta charset="iso-8859-1">', "<META CHARSET=iso-8859-1>",
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
])  # fmt: skip
def test_a_page_names_its_charset(meta: str) -> None:
    text = f"<html><head>{meta}</head><body>é</body></html>"
    made = body(text.encode("latin-1"), "text/html")
    assert (made.kind, made.text and made.text.value) == ("html", text)
    assert body(b"\xff\0" + text.encode("latin-1"), "text/html").kind == "binary"


DOCUMENTS: dict[str, list[str]] = {
    "{}": ["{}"],
    '{"a":[1,"b"]}': ["{", '  "a": [', "    1,", '    "b"', "  ]", "}"],
    "1": ["1"],
    '"a"': ['"a"'],
    "null": ["null"],
    "-1.50e3": ["-1.50e3"],
    "[1.0, 10000000000000000000000]": ["[", "  1.0,", "  10000000000000000000000", "]"],
    "oops": ["oops"],
    '{"a": }': ['{"a": }'],
    '{"a": 1} trailing': ['{"a": 1} trailing'],
    '\ufeff{"a":1}': ["{", '  "a": 1', "}"],
    "\n": [""],
}


@pytest.mark.parametrize("text", DOCUMENTS)
def test_json_is_indented_where_it_is_valid(text: str) -> None:
    for content_type in (
        "application/json",
        "text/json; charset=utf-8",
        "application/problem+json",
    ):
        made = body(text, content_type)
        assert (made.kind, isinstance(made.view(), JsonView)) == ("json", True)
        assert shown(text, content_type) == DOCUMENTS[text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("{}", "json"), (" [1] ", "json"), ("1", "text"), ('"a"', "text"), ("null", "text"),
     ("{a}", "text"), ('{"a": 1', "text"), ("[" * 5_000 + "]" * 5_000, "text")],
)  # fmt: skip
def test_without_a_type_only_objects_and_lists_are_json(text: str, kind: str) -> None:
    for content_type in (None, "text/plain", "application/octet-stream"):
        assert body(text, content_type).kind == kind


def test_json_that_nests_deeply_is_shown_as_it_is() -> None:
    deep = "[" * 1_500 + "]" * 1_500
    assert "".join(shown(deep, "application/json")).startswith("[[[")
    assert growth(lambda size: shown("[" * size, "application/json"), 50_000) < 9
