"""A stored body and its headers to what the client saw."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from time import process_time

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from support import message

from cassette_cli.bodies.decode import decode_body
from cassette_cli.errors import LimitError

JSON = b'{"a": "\xc3\xa9"}'
PNG = b"\x89PNG\r\n\x1a\n\x00\x00"


def packed() -> Iterator[tuple[str, bytes]]:
    yield "gzip", gzip.compress(JSON, mtime=0)
    yield "X-GZIP", gzip.compress(JSON, mtime=0)
    yield "deflate", zlib.compress(JSON)
    yield "br", brotli.compress(JSON)
    yield "zstd", zstandard.compress(JSON)
    yield "gzip, br", brotli.compress(gzip.compress(JSON, mtime=0))
    yield " br ,  gzip ", gzip.compress(brotli.compress(JSON), mtime=0)
    yield "identity", JSON
    yield "none, gzip", gzip.compress(JSON, mtime=0)
    yield "aws-chunked, gzip", gzip.compress(JSON, mtime=0)


@pytest.mark.parametrize(("encoding", "data"), list(packed()), ids=lambda one: str(one)[:9])
def test_every_coding_is_undone(encoding: str, data: bytes) -> None:
    body = decode_body(message(data, "application/json", encoding))
    assert body.text is not None
    assert (body.kind, body.text.value, body.size) == ("json", '{"a": "é"}', len(JSON))
    assert (body.stored_as, body.content_encoding) == ("base64", encoding)
    if "aws" not in encoding:
        assert body.problem is None


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, br", "identity"])
@pytest.mark.parametrize("data", [JSON, b"{}", b"K", b"plain text", b"[" * 40, "x" * 99, "é"])
def test_a_body_stored_plain_under_a_coding_is_read_as_it_is(
    encoding: str, data: bytes | str
) -> None:
    body = decode_body(message(data, None, encoding))
    assert body.text is not None
    assert body.text.value == (data if isinstance(data, str) else data.decode())
    assert body.problem is None


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "compress", "gzip, br"])
@pytest.mark.parametrize("data", [b"", "", None])
def test_nothing_is_nothing_whatever_its_coding(encoding: str, data: bytes | str | None) -> None:
    body = decode_body(message(data, "application/json", encoding))
    assert (body.kind, body.size, body.problem) == ("empty", 0, None)


@pytest.mark.parametrize(
    ("encoding", "data", "problem"),
    [
        ("gzip", gzip.compress(JSON, mtime=0)[:-1], "its gzip encoding is cut off"),
        ("gzip", gzip.compress(JSON, mtime=0)[:-9] + b"\xff" * 9, "its gzip encoding is corrupt"),
        ("gzip", b"\x1f\x8b", "its gzip encoding is cut off"),
        ("deflate", zlib.compress(JSON)[:-1], "its deflate encoding is cut off"),
        ("br", brotli.compress(JSON * 9)[:-1], "its br encoding is cut off"),
        ("br", b"\xff" * 20, "its br encoding is corrupt"),
        ("zstd", zstandard.compress(JSON)[:-1], "its zstd encoding is cut off"),
        ("gzip, br", brotli.compress(b"\xff\xfe"), "its gzip encoding is corrupt"),
        ("compress", b"\x1f\x9d\x90", "content encoding compress is not known"),
    ],
)
def test_what_cannot_be_undone_is_said_and_kept(encoding: str, data: bytes, problem: str) -> None:
    body = decode_body(message(data, "application/json", encoding))
    assert body.problem == problem
    assert body.data is not None
    assert body.text is None


def test_a_body_past_the_limit_is_refused() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    with pytest.raises(LimitError, match="more than 1000 bytes"):
        decode_body(message(bomb, None, "gzip"), 1_000)
    with pytest.raises(LimitError):
        decode_body(message(gzip.compress(bomb, mtime=0), None, "gzip, gzip"), 20_000)


@pytest.mark.parametrize(
    ("charset", "text"),
    [("latin-1", "é"), ("ISO-8859-1", "é"), ("windows-1252", "€"), ("shift_jis", "漢字"),
     ("Shift_JIS", "あ"), ("utf-16", "ab"), ("utf-16le", "ab"), ("utf-16-be", "é"), ("utf-8", "é"),
     ("iso-2022-jp", "漢字"), ("euc-kr", "한글"), ("gb18030", "汉"), ("us-ascii", "a")],
)  # fmt: skip
def test_a_declared_charset_is_believed(charset: str, text: str) -> None:
    for header in (f"text/plain; charset={charset}", f'text/plain;Charset = "{charset}"'):
        body = decode_body(message(text.encode(charset), header))
        assert body.text is not None
        assert (body.text.value, body.problem, body.kind) == (text, None, "text")


@pytest.mark.parametrize(
    "charset", ["latin-1", "ascii", "utf-16", "nonsense", "rot13", "shift_jis"]
)
def test_utf_8_is_read_as_utf_8_whatever_is_declared(charset: str) -> None:
    body = decode_body(message("é漢".encode(), f"text/plain; charset={charset}"))
    assert body.text is not None
    assert (body.text.value, body.problem) == ("é漢", None)


@pytest.mark.parametrize("charset", ["utf-8", "ascii", "nonsense", "rot13", "utf-16", "idna"])
def test_a_wrong_charset_is_said(charset: str) -> None:
    body = decode_body(message(b"\xe9\xff\xfe", f"text/plain; charset={charset}"))
    assert body.problem == f"it is not {charset}, its declared charset"
    assert (body.text, body.kind, body.size) == (None, "binary", 3)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PNG, "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"GIF89a\xff", "gif"), (b"%PDF-1\xff", "pdf"),
     (b"RIFF\xff\0\0\0WEBP", "webp"), (b"RIFF\xff\0\0\0WAVE", "wav"), (b"\xff\0", "binary"),
     (b"a\0b", "binary"), (b"PK\x03\x04\xff", "zip")],
)  # fmt: skip
def test_bytes_that_are_no_text_are_named(data: bytes, kind: str) -> None:
    body = decode_body(message(data))
    assert (body.kind, body.text, body.problem) == (kind, None, None)


@pytest.mark.parametrize(
    ("text", "content_type", "kind"),
    [
        ("{}", "application/json", "json"),
        ("oops", "application/json; charset=utf-8", "json"),
        ("{}", "application/vnd.api+json", "json"),
        ("{}", "APPLICATION/JSON", "json"),
        ("{}", None, "json"),
        (" [1]\n", "text/plain", "json"),
        ("{x}", None, "text"),
        ("12", None, "text"),
        ("a=b&c=d", "application/x-www-form-urlencoded", "form"),
        ("a=b&c=d", None, "text"),
        ("data: a\n\n", "text/event-stream; charset=utf-8", "sse"),
        ("data: a\n\n", None, "sse"),
        ('{"error": {}}', "text/event-stream", "json"),
        ("<html>", "text/event-stream", "html"),
        ("hello", "text/plain", "text"),
        ("hello", "", "text"),
        ("hello", ";;;", "text"),
    ],
)
def test_the_kind_is_told(text: str, content_type: str | None, kind: str) -> None:
    body = decode_body(message(text, content_type))
    assert body.kind == kind
    assert body.because


def test_deep_json_without_a_type_is_no_crash() -> None:
    assert decode_body(message("[" * 99_999 + "]" * 99_999)).kind in ("json", "text")


@given(st.binary(max_size=60), st.text(max_size=30), st.text(max_size=20))
def test_no_body_and_no_header_is_a_crash(data: bytes, kind: str, encoding: str) -> None:
    for header in (kind, f"text/plain; charset={kind}"):
        decode_body(message(data, header, encoding))
        decode_body(message(data.decode("latin-1"), header, encoding))


def test_four_megabytes_are_decoded_at_once() -> None:
    plain = (
        b'{"a": "' + bytes(range(32, 127)).replace(b'"', b"").replace(b"\\", b"") * 42_000 + b'"}'
    )
    for encoding, data in (
        ("gzip", gzip.compress(plain, 1, mtime=0)),
        ("zstd", zstandard.compress(plain)),
    ):
        start = process_time()
        assert decode_body(message(data, "application/json", encoding)).size == len(plain)
        assert process_time() - start < 0.5


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a=b", "form"), ("grant_type=x&password=%20y&z=", "form"), ("SGVsbG8=", "text"),
        ("SGVsbG8==", "text"), ("a=b c", "text"), ("x: a=b", "text"), ("a=1&&b=2", "text"),
    ],
)  # fmt: skip
def test_a_form_is_known_without_its_media_type(text: str, kind: str) -> None:
    for media_type, expected in ((None, kind), ("text/plain", "text")):
        sent = message(text, media_type)
        sent.side = "request"
        assert decode_body(sent).kind == expected
    assert decode_body(message(text)).kind == "text", "servers do not answer in forms"
