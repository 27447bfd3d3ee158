"""A content type or coding that lies is seen through, and `show --explain` says so."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from handmade import event, gif, png, wav
from recorded import recorded, show

JSON = '{"error": "no"}'
PAGE = "<!doctype html><title>502</title>"
SSE = 'data: {"a": 1}\n\ndata: [DONE]\n\n'
LINES = '{"a": 1}\n{"a": 2}\n'
PARTS = '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--X--\r\n'
FRAME = event("chunk", b"{}")

CASES: list[tuple[bytes | str, str, str]] = [
    (JSON, "", "json: it is a JSON object or list"),
    (JSON, "application/json", "json: its content type is application/json"),
    (JSON, "application/octet-stream", "json: it is a JSON object or list"),
    (JSON, "text/html", "json: it is a JSON object or list, though its content type is text/html"),
    (JSON, "text/plain; charset=utf-8",
     "json: it is a JSON object or list, though its content type is text/plain"),
    (JSON, "text/event-stream",
     "json: it is a JSON object or list, though its content type is text/event-stream"),
    (JSON, "image/png", "json: it is a JSON object or list, though its content type is image/png"),
    (JSON, "multipart/form-data",
     "json: it is a JSON object or list, though its content type is multipart/form-data"),
    (JSON, "application/x-www-form-urlencoded",
     "json: it is a JSON object or list, though its content type is "
     "application/x-www-form-urlencoded"),
    (PAGE, "application/json",
     "html: it starts as a page of HTML, though its content type is application/json"),
    (PAGE, "Text/Event-Stream",
     "html: it starts as a page of HTML, though its content type is text/event-stream"),
    ("<?xml version='1.0'?><a/>", "application/json",
     "xml: it starts as XML, though its content type is application/json"),
    ("<a>1</a>", "", "xml: it starts and ends with a tag"),
    (SSE, "application/json",
     "sse: it starts with the fields of an event stream, though its content type is "
     "application/json"),
    (SSE, "", "sse: it starts with the fields of an event stream"),
    (SSE, "text/event-stream", "sse: its content type is text/event-stream"),
    (LINES, "application/json",
     "ndjson: it is one JSON object or list a line, though its content type is application/json"),
    (PARTS, "text/plain",
     "multipart: it has a boundary and the headers of a form, though its content type is "
     "text/plain"),
    ("no parts", "multipart/mixed",
     "text: it is text, though its content type is multipart/mixed"),
    ("hello", "image/png", "text: it is text, though its content type is image/png"),
    ("hello", "audio/mpeg", "text: it is text, though its content type is audio/mpeg"),
    ("hello", "text/xml", "text: it is text, though its content type is text/xml"),
    ("{oops", "text/event-stream",
     "text: it is text, though its content type is text/event-stream"),
    ("hello", "application/vnd.amazon.eventstream",
     "text: it is text, though its content type is application/vnd.amazon.eventstream"),
    ("hello", "text/csv", "text: it is text"),
    ("oops", "application/json", "json: its content type is application/json"),
    (png(1, 1), "text/plain",
     "png: it starts as a png picture, though its content type is text/plain"),
    (png(1, 1), "image/jpeg", "png: it starts as a png picture"),
    (gif(1, 1), "application/json",
     "gif: it starts as a gif picture, though its content type is application/json"),
    (wav(8, 1, 1), "video/mp4", "wav: it starts as wav sound"),
    (b"\xff\0\1", "application/json",
     "binary: its bytes are no text, though its content type is application/json"),
    (b"\xff\0\1", "application/octet-stream", "binary: its bytes are no text"),
    (FRAME, "text/plain",
     "eventstream: it starts with a frame of AWS's whose check sums are right, though its content "
     "type is text/plain"),
    (b"%PDF-1.7 \xff", "text/html",
     "pdf: its bytes are no text, though its content type is text/html"),
]  # fmt: skip


def explanation(folder: Path, text: str) -> str:
    """What is said of the response's body."""
    lines = show(folder, text, "--explain")
    (found,) = [line for line in lines if line.startswith("response body ")]
    return found.removeprefix("response body ")


@pytest.mark.parametrize(("data", "content_type", "words"), CASES, ids=lambda one: str(one)[:24])
def test_a_type_that_lies_is_seen_through_and_said(
    data: bytes | str, content_type: str, words: str, tmp_path: Path
) -> None:
    assert explanation(tmp_path, recorded(data, content_type)) == words


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate", "x-gzip", "compress"])
@pytest.mark.parametrize("data", [JSON, JSON.encode()], ids=["text", "bytes"])
def test_a_coding_that_lies_is_seen_through_and_said(
    coding: str, data: bytes | str, tmp_path: Path
) -> None:
    told = explanation(tmp_path, recorded(data, "text/html", coding))
    assert told == (
        "json: it is a JSON object or list, though its content type is text/html; "
        f"it is stored plain, though its content encoding is {coding}"
    )
    assert '  "error": "no"' in show(tmp_path, recorded(data, "text/html", coding))


@pytest.mark.parametrize("coding", ["identity", "aws-chunked", "none", ""])
def test_a_coding_that_changes_nothing_is_not_said(coding: str, tmp_path: Path) -> None:
    told = explanation(tmp_path, recorded(JSON, "application/json", coding))
    assert told == "json: its content type is application/json"


def test_of_two_codings_only_the_one_that_lies_is_said(tmp_path: Path) -> None:
    packed = gzip.compress(JSON.encode(), mtime=0)
    assert explanation(tmp_path, recorded(packed, "application/json", "gzip")) == (
        "json: its content type is application/json"
    )
    assert explanation(tmp_path, recorded(packed, "application/json", "br, gzip")) == (
        "json: its content type is application/json; "
        "it is stored plain, though its content encoding is br"
    )


def test_a_long_or_hostile_type_is_cut_and_made_harmless(tmp_path: Path) -> None:
    told = explanation(tmp_path, recorded(JSON, "text/\x1b[31m" + "x" * 500, "\x1b]0;" + "y" * 99))
    assert told.startswith(
        "json: it is a JSON object or list, though its content type is text/␛[31mx"
    )
    assert "\x1b" not in told
    assert len(told) < 250
