"""Multipart bodies: every part is found, named and shown, however it is written."""

from __future__ import annotations

import hashlib

import pytest
from handmade import body, png, rows
from hypothesis import given
from hypothesis import strategies as st
from support import seconds

FORM = "multipart/form-data"
TYPE = f"{FORM}; boundary=X"
FIELD = 'Content-Disposition: form-data; name="a"\n\n1\n'
FILE = (
    'Content-Disposition: form-data; name="f"; filename="b.txt"\nContent-Type: text/plain\n\ntwo\n'
)
ROWS = [("a", "", "", "1"), ("f", "b.txt", "text/plain", "two")]
WHOLE = f"--X\n{FIELD}--X\n{FILE}--X--\n"

BORDERS: dict[str, tuple[str, str]] = {
    "plain": (TYPE, WHOLE),
    "quoted": (f'{FORM}; boundary="X"', WHOLE),
    "quoted with blanks": (f'{FORM}; boundary="a b:?"', WHOLE.replace("--X", "--a b:?")),
    "upper case": ('Multipart/Form-Data; Boundary="X"; charset=utf-8', WHOLE),
    "of special characters": (f"{FORM}; boundary=(.*+", WHOLE.replace("--X", "--(.*+")),
    "of dashes": (f"{FORM}; boundary=----X", WHOLE.replace("--X", "------X")),
    "not declared": (FORM, WHOLE),
    "declared wrongly": (f"{FORM}; boundary=Y", WHOLE),
    "without a type": ("", WHOLE),
    "with another type": ("text/plain", WHOLE),
    "after a preamble": (TYPE, f"This is for\nold readers.\n{WHOLE}"),
    "before an epilogue": (TYPE, f"{WHOLE}Bye.\n\n--X\nnot a part\n\n--X--\n"),
    "after a blank line": (FORM, f"\n{WHOLE}"),
    "with blanks behind": (TYPE, WHOLE.replace("--X\n", "--X \t\n").replace("--X--", "--X--  ")),
    "without a last break": (TYPE, WHOLE.rstrip("\n")),
    "without the closing one": (TYPE, WHOLE.removesuffix("--X--\n").rstrip("\n")),
}


@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", BORDERS)
def test_parts_are_found_between_borders(name: str, line_break: str) -> None:
    content_type, text = BORDERS[name]
    written = text.replace("\n", line_break)
    for stored in (written, written.encode()):
        made = body(stored, content_type)
        assert (made.kind, rows(made)) == ("multipart", ROWS)


def one(head: str, content: str = "1", stored_as: str = "text") -> tuple[str, ...]:
    """The row of a part with these headers."""
    text = f"--X\r\n{head}\r\n\r\n{content}\r\n--X--\r\n"
    (row,) = rows(body(text if stored_as == "text" else text.encode(), TYPE))
    return row


DISPOSITIONS = {
    'form-data; name="a"; filename="b.txt"': ("a", "b.txt"),
    "form-data; name=a; filename=b.txt": ("a", "b.txt"),
    'form-data;name="a";filename="b.txt"': ("a", "b.txt"),
    'form-data; filename="b.txt"; name="a"': ("a", "b.txt"),
    'form-data; NAME="a"; FileName = "b.txt"': ("a", "b.txt"),
    'form-data; name="a;b"; filename="c=d; e.txt"': ("a;b", "c=d; e.txt"),
    'form-data; name="a"; filename="say \\"hi\\".txt"': ("a", 'say "hi".txt'),
    'form-data; name="a"; filename="C:\\dir\\b.txt"': ("a", "C:\\dir\\b.txt"),
    'form-data; name="a"; filename="50%22.txt"': ("a", "50%22.txt"),
    'form-data; name="é"; filename="Å…漢.txt"': ("é", "Å…漢.txt"),
    "form-data; name=a; filename*=UTF-8''%e2%82%ac.txt": ("a", "€.txt"),
    "form-data; name=a; filename*=utf-8'en'b%20c.txt": ("a", "b c.txt"),
    "form-data; name=a; filename*=ISO-8859-1''%E9.txt": ("a", "é.txt"),
    "form-data; name=a; filename=\"e.txt\"; filename*=UTF-8''%e2%82%ac.txt": ("a", "€.txt"),
    'form-data; name=a; filename*0="long"; filename*1="er.txt"': ("a", "longer.txt"),
    "form-data; name=a; filename*0*=UTF-8''%e2%82; filename*1*=%ac": ("a", "€"),
    "form-data; name=a; filename*=UTF-8''%ff": ("a", "\ufffd"),
    'form-data; name="a"; filename=""': ("a", ""),
    'form-data; name=""': ("", ""),
    "form-data": ("", ""),
    'form-data; name="a': ('"a', ""),
    'form-data;\r\n name="a";\r\n\tfilename="b.txt"': ("a", "b.txt"),
    "attachment; filename=b.txt": ("", "b.txt"),
}


@pytest.mark.parametrize("stored_as", ["text", "bytes"])
@pytest.mark.parametrize("value", DISPOSITIONS)
def test_names_and_files_are_read_in_every_spelling(value: str, stored_as: str) -> None:
    row = one(f"Content-Disposition: {value}", stored_as=stored_as)
    assert row == (*DISPOSITIONS[value], "", "1")


def test_types_may_nest_and_headers_are_optional() -> None:
    inner = "--Y\r\nContent-Type: text/html\r\n\r\n<p>\r\n--Y--"
    assert one('Content-Type: multipart/alternative; boundary="Y"', inner) == (
        "", "", 'multipart/alternative; boundary="Y"', inner,
    )  # fmt: skip
    text = "--X\r\n\r\nbare\r\n--X\r\nContent-Type: a/b\r\n--X\r\n--X--"
    assert rows(body(text, TYPE)) == [("", "", "", "bare"), ("", "", "a/b", ""), ("", "", "", "")]


@pytest.mark.parametrize("content", ["", "\r\n", "--", "--Xy", "a\r\n\r\n--X-", "\r\n\r\n--\r\n"])
def test_only_a_border_ends_a_part(content: str) -> None:
    assert one('Content-Disposition: form-data; name="a"', content)[-1] == content


def test_a_picture_in_a_part_is_measured_and_hashed() -> None:
    data = png(68, 42)
    head = b'--X\r\nContent-Disposition: form-data; name="i"; filename="i.png"\r\n'
    made = body(head + b"Content-Type: image/png\r\n\r\n" + data + b"\r\n--X--\r\n", TYPE)
    digits = hashlib.sha256(data).hexdigest()[:16]
    shown = f"png, {len(data)} bytes, 68 x 42 pixels, sha256 {digits}"
    assert rows(made) == [("i", "i.png", "image/png", shown)]


@pytest.mark.parametrize("text", ["--X--\r\n", "--X", "hello", "--\n", "--Y", "--XX\n"])
def test_what_has_no_parts_is_no_multipart(text: str) -> None:
    made = body(text, TYPE)
    assert (made.kind, made.because) == (
        "text", "it is text, though its content type is multipart/form-data",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["---\ntitle: a\n---\ntext\n", "-----BEGIN X-----\nYQ==\n", "--a\n"]
)
def test_other_text_between_dashes_is_text(text: str) -> None:
    for content_type in (None, "text/plain", "text/markdown"):
        assert body(text, content_type).kind == "text"


PARAMETERS = st.text("filename*=0123;\"'\\% aUTF-8\r\né\ud800\0", max_size=40)
HOSTILE = ["filename*=idna''x", "filename*=a; filename*0=b", f"filename*{'1' * 5000}=x",
           "filename*=%00''x", "filename*=unicode_escape''\\N"]  # fmt: skip


@given(st.sampled_from(HOSTILE) | PARAMETERS)
def test_no_header_makes_it_fall(parameters: str) -> None:
    text = f"--X\nContent-Disposition: form-data; {parameters}\n\n1\n--X--"
    made = body(text, TYPE)
    assert rows(made)[0][-1].endswith("1")


def test_many_borders_cost_little() -> None:
    for text in ("--X\n" * 20_000, "--X\n\n" * 20_000, "--X\n" + "\n--X \t" * 20_000):
        assert seconds(lambda text=text: body(text, TYPE).view(), 1) < 2  # type: ignore[misc]
