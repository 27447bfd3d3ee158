"""Stand-ins are recognised by what they are, and passwords are not taken for them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.format import all_formats
from cassette_cli.credentials.placeholders import is_placeholder
from cassette_cli.credentials.samples import alnum, filler, hexes


def words(text: str) -> list[str]:
    return text.split()


PLACEHOLDERS = words(
    """
    <UPPER_NAME> <<ACCESS_TOKEN>> <<ENTERPRISE_ACCESS_TOKEN>> AUTHORIZATION-XXX X-API-KEY-XXX
    SET-COOKIE-XXX STS-XXX REDACTED [REDACTED] FILTERED [FILTERED] SANITIZED DUMMY XXXX xxxxx
    *** ******** test_aws_security_token test_openai_api_key test_token test
    thisIsYourRootPassword {{api_key}} {{.Token}} ${API_KEY} $API_KEY %(token)s [...] ...
    sk-xxxx sk-... sk-proj-...wxyz your-api-key YOUR_API_KEY your_token_here fake fake-key
    mock mocked_token dummy dummy-value example my-api-key my_secret api_key access_token
    password secret changeme foo bar foobar sk-test sk-ant-dummy sk-fake-key-for-tests
    sk-1234567890 AIzaSyDummyKey %3CREDACTED%3E __TOKEN__ #{token} $(cat) 0000
    00000000-0000-0000-0000-000000000000 11111111-1111-1111-1111-111111111111
    12345678-1234-1234-1234-123456789012 1234567890abcdef1234567890abcdef a1b2c3d4e5f6g7h8
    abcdefghijklmnopqrstuvwxyz user@example.com 192.0.2.4 198.51.100.7 203.0.113.9 2001:db8::1
    <OPENAI-API-KEY> insert-your-key-here not-a-real-key test-key-123 sk_test_your_key
    [MASKED] (redacted) <PLACEHOLDER:1> <token> <redacted> ****abcd sk-or-v1-test
    deadbeefdeadbeefdeadbeef REDACTED-1 R RED-2 REDACTED-12-XXXXXX 100002 0
    00000000-0000-0000-0000-000000000012
    """
)
WITH_BLANKS = [
    "Bearer <AUTH_TOKEN>",
    "token <<ACCESS_TOKEN>>",
    "Bearer test_openai_api_key",
    "Bearer foo",
    "<your key here>",
    "insert your key here",
    "REDACTED BY VCR",
    " REDACTED ",
    '"REDACTED"',
    "sk-proj-" + "*" * 20 + "AbC4",
    "ghp_" + "x" * 36,
    "AKIA" + "IOSFODNN7" + "EXAMPLE",
    "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
]
SECRETS = words(
    """
    hunter2 P@ssw0rd! letmein s3cr3t 12345678 password123 Password1234 Test1234! admin root
    abc123 test_hunter2 qwerty123 postgres Tr0ub4dor&3 supersecretpassword Summer2024
    correcthorse
    """
)
RANDOM = [
    alnum(32),
    hexes(32),
    hexes(64),
    "test_" + alnum(32),
    "sk_" + "test_" + alnum(24),
    "test-" + hexes(40),
    "example_" + alnum(48),
    "correct horse battery staple",
]


@pytest.mark.parametrize("value", PLACEHOLDERS + WITH_BLANKS)
def test_stand_ins(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize("value", [*SECRETS, *RANDOM, "", " "])
def test_secrets_and_nothing(value: str) -> None:
    assert not is_placeholder(value)


def test_no_live_token_is_a_stand_in() -> None:
    tokens = [(each.kind, text) for each in all_formats() for text in each.passing]
    assert [kind for kind, text in tokens if is_placeholder(text)] == []


def test_generated_values_are_not_taken_for_stand_ins() -> None:
    pool = filler(1024)
    wrong = [at for at in range(960) if is_placeholder(pool[at : at + 32])]
    assert wrong == []


@given(st.text(max_size=200))
def test_never_raises(value: str) -> None:
    is_placeholder(value)


@pytest.mark.parametrize(
    "piece", ["<", "[", "{{", "*", "a", "aB1", "%3C", "x-", "test_", "REDACTED", "0", "-----BEGIN "]
)
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    is_placeholder(piece * (5_000_000 // len(piece)))
    is_placeholder(piece * (60_000 // len(piece)))
    assert time.process_time() - start < 5
