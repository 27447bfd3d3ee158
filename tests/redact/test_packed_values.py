"""Secrets in what is packed once more: base64 within values, pictures, compressed files, pairs."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode, b64encode
from typing import Any

import pytest
from planted import letters, openai
from redacting import clean, cleaned, go_vcr, text_after, vcrpy
from support import cassette

from cassette_cli.ops.redact import redact

KEY = openai("packed")
S = letters("packed", 32)


def b64(text: str) -> str:
    return b64encode(text.encode()).decode()


def lines(text: str) -> str:
    """Base64 in lines of 60, as an API sends a file."""
    coded = b64(text)
    return "\n".join(coded[at : at + 60] for at in range(0, len(coded), 60)) + "\n"


POLICY = json.dumps({"conditions": [{"bucket": "b"}, {"x-amz-security-token": S}]})
FILE = f"# settings\napi: https://a.example\nkey = {KEY}\n" * 2
BODIES = {
    "a token in a file of an API": (json.dumps({"content": lines(FILE)}), KEY),
    "a name in a policy": (json.dumps({"policy": b64(POLICY)}), S),
    "a policy in JSON in JSON": (json.dumps({"a": json.dumps({"policy": b64(POLICY)})}), S),
    "twice": (json.dumps({"a": b64(json.dumps({"b": b64(FILE)}))}), KEY),
}


@pytest.mark.parametrize("name", BODIES)
def test_base64_within_json(name: str) -> None:
    body, secret = BODIES[name]
    result = cleaned(go_vcr(response=f"'{body}'"), gone=[b64(secret)[8:40]])
    assert {one.reveal() for one in result.secrets} == {secret}
    after = json.loads(str(cassette(text_after(result)).interactions[0].response.body.text.value))
    assert len(json.dumps(after)) == len(json.dumps(json.loads(body)))


def test_a_value_found_elsewhere_is_found_in_base64() -> None:
    body = json.dumps({"token": S, "echo": b64(f"you are {S}, hello")})
    result = cleaned(go_vcr(response=f"'{body}'"), gone=[S])
    after = json.loads(str(cassette(text_after(result)).interactions[0].response.body.text.value))
    assert b64decode(after["echo"]).decode() == f"you are {after['token']}, hello"


def test_a_body_that_is_base64() -> None:
    result = cleaned(vcrpy(type="text/plain", response=f"'{b64(FILE)}'"))
    assert {one.reveal() for one in result.secrets} == {KEY}


@pytest.mark.parametrize("text", [b64("nothing to see here at all"), "0123456789abcdef" * 4])
def test_harmless_base64_is_left_alone(text: str) -> None:
    source = go_vcr(response=f"'{json.dumps({'data': text, 'key': 'abc'})}'")
    assert redact(cassette(source), ()).secrets == ()


def binary(data: bytes, kind: str) -> str:
    return vcrpy(type=kind, response=f"!!binary {b64encode(data).decode()}")


def test_the_comment_of_a_picture() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(25) + b"tEXtComment\0" + KEY.encode() + bytes(8)
    result = cleaned(binary(picture, "image/png"))
    assert [one.reveal() for one in result.secrets] == [KEY]


@pytest.mark.parametrize("kind", ["application/octet-stream", "application/json"])
def test_a_compressed_file_without_a_header(kind: str) -> None:
    data = gzip.compress(json.dumps({"access_token": S}).encode(), mtime=0)
    result = cleaned(binary(data, kind))
    assert [one.reveal() for one in result.secrets] == [S]
    assert [(one.interaction, one.field) for one in result.recompressed] == [(0, "response.body")]


def test_a_compressed_file_that_is_cut_or_a_bomb_is_passed() -> None:
    for data in (gzip.compress(b"a" * 100)[:-9], gzip.compress(bytes(20_000_000), mtime=0)):
        result = redact(cassette(binary(data, "application/gzip")), ())
        assert (result.secrets, result.changed) == ((), False)


PAIRS: dict[str, Any] = {
    "pairs": [["grant_type", "password"], ["password", S], ["scope", "all"]],
    "a mapping": {"grant_type": "password", "password": S},
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_form_that_aiohttp_was_given(name: str) -> None:
    """vcrpy stores what the caller passed as `data`."""
    text = vcrpy(request=json.dumps(PAIRS[name]))
    found = cassette(text).interactions[0].request.body
    assert (found.kind, found.stored_as) == ("json", "tree")
    result = clean(text, gone=[S])
    assert [one.where for one in result.redactions] == ["request body, key password"]


def test_lists_of_two_words_are_no_pairs_unless_all_are() -> None:
    body = json.dumps({"required": ["password", "username"], "a": [["token", "x", 1], ["b", "c"]]})
    assert redact(cassette(go_vcr(response=f"'{body}'")), ()).secrets == ()


def test_restated_lengths_are_told() -> None:
    body = f"access_token=%61{S[1:]}"
    headers = f"headers:\n      Content-Length: ['{len(body)}']\n      Content-Type"
    text = vcrpy(type="application/x-www-form-urlencoded", response=body)
    result = redact(cassette(text.replace("headers:\n      Content-Type", headers)), ())
    assert [(one.interaction, one.field) for one in result.lengths] == [
        (0, "response.headers.Content-Length")
    ]
