"""Secrets in base64 and compressed bodies: decoded, replaced, encoded again the same way."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable

import brotli
import pytest
import zstandard
from planted import letters, openai
from redacting import clean, go_vcr, text_after, vcrpy

KEY = openai("bodies")
SECRET = letters("bodies", 32)
PLAIN = json.dumps({"scope": "repo", "client_secret": SECRET, "pad": "ä" * 99}).encode()


def _deflate(data: bytes) -> bytes:
    return zlib.compress(data)


def _raw_deflate(data: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", lambda data: gzip.compress(data, mtime=0), gzip.decompress),
    "deflate": ("deflate", _deflate, zlib.decompress),
    "raw-deflate": ("deflate", _raw_deflate, lambda data: zlib.decompress(data, -15)),
    "br": ("br", brotli.compress, brotli.decompress),
    "zstd": ("zstd", zstandard.compress, zstandard.decompress),
}


def binary(data: bytes, width: int, indent: int = 8, newline: str = "\n") -> str:
    """A `!!binary` scalar: a block of lines this wide, or without a width one flow scalar."""
    text = b64encode(data).decode()
    if not width:
        return f"!!binary {text}"
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return "!!binary |" + "".join(f"{newline}{' ' * indent}{line}" for line in lines)


def stored(text: str) -> tuple[bytes, list[str]]:
    """The bytes behind the last `!!binary`, and the lines of its base64."""
    found = re.search(r"!!binary \|?\s*([A-Za-z0-9+/=\s]*?)\n *[A-Za-z]+:", text)
    assert found
    return b64decode("".join(found[1].split()), validate=True), found[1].split()


@pytest.mark.parametrize("width", [0, 76, 64, 20])
def test_base64_keeps_its_width_and_length(width: int) -> None:
    text = vcrpy(response=binary(PLAIN, width))
    result = clean(text)
    after = text_after(result)
    data, lines = stored(after)
    assert len(after) == len(text)
    assert [len(line) for line in lines] == [len(line) for line in stored(text)[1]]
    assert re.fullmatch(r"REDACTED-[0-9]+-X+", json.loads(data)["client_secret"])
    assert result.recompressed == ()


@pytest.mark.parametrize("width", [0, 76, 60])
@pytest.mark.parametrize("name", CODINGS)
def test_compressed_bodies_are_compressed_again(name: str, width: int) -> None:
    header, compress, decompress = CODINGS[name]
    text = vcrpy(
        response=binary(compress(PLAIN), width), more=f"Content-Encoding:\n      - {header}"
    )
    result = clean(text)
    data, lines = stored(text_after(result))
    told = json.loads(decompress(data))
    assert told["client_secret"].startswith("REDACTED-")
    assert told["pad"] == "ä" * 99
    assert [one.encoding for one in result.recompressed] == [header]
    assert all(len(line) == (width or len(line)) for line in lines[:-1])
    again = clean(text)
    assert again.after.data == result.after.data


@pytest.mark.parametrize("right", [True, False])
def test_content_length_of_a_compressed_body(right: bool) -> None:
    packed = gzip.compress(PLAIN, mtime=0)
    length = len(packed) if right else len(packed) + 7
    text = vcrpy(
        response=binary(packed, 0),
        more=f"Content-Encoding: [gzip]\n      Content-Length: ['{length}']",
    )
    after = text_after(clean(text, changed=[f"'{length}'"]))
    stated = re.search(r"Content-Length: \['([0-9]+)'\]", after)
    assert stated
    assert int(stated[1]) == (len(stored(after)[0]) if right else length)


@pytest.mark.parametrize("response", [PLAIN.decode().replace("\\", "\\\\"), None])
def test_stored_plain_under_a_gzip_header_stays_plain(response: str | None) -> None:
    body = f"'{response}'" if response else binary(PLAIN, 76)
    text = vcrpy(response=body, more="Content-Encoding: [gzip]")
    result = clean(text, gone=[SECRET])
    assert len(text_after(result)) == len(text)
    assert result.recompressed == ()


def test_a_json_number_of_another_length_cannot_be() -> None:
    text = go_vcr(response="""'{"password": 123456789}'""", length="23")
    assert len(text_after(clean(text))) == len(text)


def test_content_length_fields_stay_right() -> None:
    body = json.dumps({"client_secret": SECRET})
    text = go_vcr(request=f"'{body}'", length=str(len(body)))
    assert f"content_length: {len(body)}\n" in text_after(clean(text, gone=[SECRET]))


def test_a_private_key_keeps_its_markers_and_lines() -> None:
    pem = ["-----BEGIN PRIVATE" + " KEY-----", *(letters(f"pem{n}", 64) for n in range(4))]
    pem.append("-----END PRIVATE" + " KEY-----")
    body = json.dumps({"private_key": "\n".join([*pem, ""])})
    after = text_after(clean(go_vcr(response=f"'{body}'"), gone=pem[1:5]))
    written = json.loads(after.split("body: '")[-1].rstrip("'\n"))["private_key"].split("\n")
    assert [written[0], written[5]] == [pem[0], pem[5]]
    assert [len(line) for line in written] == [*map(len, pem), 0]


def test_an_alias_is_cleaned_where_it_is_anchored() -> None:
    text = vcrpy(header=f"Authorization: &key ['Bearer {KEY}']\n      X-Again: *key")
    after = text_after(clean(text, gone=[KEY]))
    assert "X-Again: *key\n" in after
    assert "Authorization: &key ['Bearer REDACTED-" in after


def test_a_body_kept_as_a_tree() -> None:
    text = vcrpy().replace(
        "    body: null\n", f"    parsed_body:\n      a: 1\n      client_secret: {SECRET}\n"
    )
    after = text_after(clean(text, gone=[SECRET]))
    assert len(after) == len(text)
    assert "      a: 1\n      client_secret: REDACTED-" in after


def test_a_byte_order_mark_hides_nothing() -> None:
    marked = b"\xef\xbb\xbf" + PLAIN
    data, _ = stored(text_after(clean(vcrpy(response=binary(marked, 76)))))
    assert len(data) == len(marked)
    assert data.startswith(b"\xef\xbb\xbf{")
    assert json.loads(data[3:])["client_secret"].startswith("REDACTED")
