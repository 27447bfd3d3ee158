"""What is written instead: recognised again, of the same type and length, distinct, harmless."""

from __future__ import annotations

import base64
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.format import all_formats
from cassette_cli.credentials.placeholders import is_placeholder
from cassette_cli.credentials.replacement import placeholder
from cassette_cli.credentials.samples import alnum, hexes, jwt, uuid
from cassette_cli.credentials.tokens import find_tokens

NUMBERS = (1, 2, 9, 10, 137, 99_999)
EXAMPLES = [(each.kind, text) for each in all_formats() for text in each.passing]
PEM = "-----BEGIN RSA PRIVATE" + " KEY-----\n" + (alnum(64) + "\n") * 5 + alnum(20) + "==\n"
PEM += "-----END RSA PRIVATE" + " KEY-----\n"


def check(kind: str, value: str, number: int) -> str:
    written = placeholder(kind, value, number)
    assert len(written) == len(value)
    assert is_placeholder(written)
    assert list(find_tokens(written)) == []
    assert list(find_tokens(f'"{written}"')) == []
    assert placeholder(kind, written, number) == written or is_placeholder(written)
    return written


@pytest.mark.parametrize("number", NUMBERS)
def test_for_every_format(number: int) -> None:
    for kind, value in EXAMPLES:
        check(kind, value, number)


@pytest.mark.parametrize("number", NUMBERS)
def test_for_every_length(number: int) -> None:
    for length in range(1, 4097):
        written = check("secret", "q" * length, number)
        assert re.fullmatch(r"[A-Za-z0-9_-]+", written)


@pytest.mark.parametrize("number", NUMBERS)
def test_for_every_length_of_digits(number: int) -> None:
    for length in range(1, 400):
        written = check("secret", "7" * length, number)
        assert json.loads(written) >= 0


@pytest.mark.parametrize("size", range(300))
def test_for_every_length_of_json_web_token(size: int) -> None:
    value = jwt({"alg": "HS256", "typ": "JWT"}, {"sub": alnum(size)})
    written = check("jwt", value, 3)
    if written.startswith("eyJ"):
        head, body, _ = written.split(".")
        decoded = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        assert decoded["sub"].startswith("REDACTED-3")
        assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"alg": "none"}


def test_a_usual_json_web_token_keeps_its_shape() -> None:
    assert (
        placeholder("jwt", jwt({"alg": "HS256"}, {"sub": "1234", "iss": "me"}), 1).count(".") == 2
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ""),
        ("q", "R"),
        ("qq", "RE"),
        ("qqq", "R-2"),
        ("hunter2", "REDAC-2"),
        ("q" * 10, "REDACTED-2"),
        ("q" * 11, "REDACTED-2X"),
        ("q" * 18, "REDACTED-2-XXXXXXX"),
        ("7", "0"),
        ("12", "10"),
        ("123456", "100002"),
        ("-12.50", "-10.00"),
        ("1.5e10", "0.0e00"),
        (uuid(), "00000000-0000-0000-0000-000000000002"),
        ("someone@example.org", "user2xx@example.com"),
    ],
)
def test_the_table(value: str, written: str) -> None:
    assert placeholder("secret", value, 2) == written


def test_a_pem_block_keeps_markers_and_lines() -> None:
    written = check("private-key", PEM, 2)
    assert [len(line) for line in written.split("\n")] == [len(line) for line in PEM.split("\n")]
    assert written.startswith("-----BEGIN RSA PRIVATE" + " KEY-----\nREDACTED2X")
    assert not {"".join(part) for part in re.findall("[a-z0-9]{4,}", written)}
    check("private-key", PEM.replace("\n", "\\n"), 2)
    check("private-key", PEM.partition("-----END")[0], 2)


def test_distinct_secrets_stay_distinct_where_there_is_room() -> None:
    for length in (10, 16, 40):
        assert len({placeholder("secret", "q" * length, number) for number in range(1, 99)}) == 98


@given(st.text(min_size=1, max_size=300), st.integers(1, 10**6))
def test_for_any_text(value: str, number: int) -> None:
    check("secret", value, number)


@given(st.text("0123456789.eE+-", min_size=1, max_size=30), st.integers(1, 10**6))
def test_numbers_stay_numbers(value: str, number: int) -> None:
    written = check("secret", value, number)
    if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", value):
        assert isinstance(json.loads(written), int | float)


def test_nothing_of_the_value_goes_in() -> None:
    for kind, value in EXAMPLES:
        if "-----BEGIN" not in value:
            same = placeholder(kind, re.sub("[a-z]", "m", value[:1] + value[1:]), 1)
            assert len(same) == len(value)
    assert placeholder("secret", alnum(40), 1) == placeholder("secret", hexes(40), 1)
