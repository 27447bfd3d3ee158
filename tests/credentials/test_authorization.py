"""The secret parts of `Authorization` values of every scheme."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.authorization import authorization_parts
from cassette_cli.credentials.parts import Encoding

SIGV4 = (
    "AWS4-HMAC-SHA256 Credential=AKIDEX/20250101/us-east-1/s3/aws4_request, "
    "SignedHeaders=host;x-amz-date, Signature=0123abcd"
)
DIGEST = 'Digest username="u", realm="r", nonce="n", uri="/", response="d1d2", qop=auth'

CASES = [
    ("", []),
    ("   ", []),
    ("sk-123", [("authorization", "sk-123")]),
    ("Bearer sk-123", [("bearer-token", "sk-123")]),
    ("bearer   sk-123 ", [("bearer-token", "sk-123")]),
    ("Bearer Bearer abc", [("bearer-token", "abc")]),
    ("Bearer YWJj==", [("bearer-token", "YWJj==")]),
    ("token ghp_1", [("token", "ghp_1")]),
    ('Token token="abc"', [("token", "abc")]),
    ("Token token=abc", [("token", "abc")]),
    ("Basic dTpw", [("basic-credentials", "dTpw")]),
    ("ApiKey abc", [("api-key", "abc")]),
    ("SSWS 00abc", [("token", "00abc")]),
    ("Negotiate YII", [("authorization", "YII")]),
    (SIGV4, [("access-key-id", "AKIDEX"), ("request-signature", "0123abcd")]),
    (SIGV4.replace(", ", ","), [("access-key-id", "AKIDEX"), ("request-signature", "0123abcd")]),
    (DIGEST, [("digest-response", "d1d2")]),
    (
        "AWS AKIDEX:c2lnbmF0",
        [("access-key-id", "AKIDEX"), ("request-signature", "c2lnbmF0")],
    ),
    (
        'OAuth oauth_consumer_key="ck", oauth_token="tk", oauth_signature="s%3D"',
        [("client-id", "ck"), ("oauth-token", "tk"), ("request-signature", "s%3D")],
    ),
    ('Hawk id="i", ts="1", mac="m="', [("request-signature", "m=")]),
    ('Signature keyId="k",algorithm="a",signature="s"', [("request-signature", "s")]),
]


@pytest.mark.parametrize(("value", "expected"), CASES)
def test_parts(value: str, expected: list[tuple[str, str]]) -> None:
    parts = authorization_parts(value)
    told = [(part.kind and part.kind.name, value[part.start : part.end]) for part in parts]
    assert told == expected


def test_basic_is_in_base64() -> None:
    [part] = authorization_parts("Basic dTpw")
    assert part.encoding is Encoding.BASE64


@given(st.text(max_size=200))
def test_spans_are_within_and_in_order(value: str) -> None:
    end = 0
    for part in authorization_parts(value):
        assert end <= part.start <= part.end <= len(value)
        end = part.end


@pytest.mark.parametrize("piece", ["a", "a=", 'a="', "a b ", " ", '"', "a:", "Bearer "])
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    authorization_parts("X " + piece * (1_000_000 // len(piece)))
    authorization_parts(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 5
