"""Finding tokens: overlaps, placeholders, what the prefilter must not lose, and time."""

from __future__ import annotations

import base64
import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.format import all_formats, compiled
from cassette_cli.credentials.samples import alnum, checksummed, hexes
from cassette_cli.credentials.tokens import TokenMatch, find_tokens

MEGABYTES = 5_000_000
PIECES = ("\\n", "%3D", "\\u0026", "&", '"', "é", "😀", " ")


def found(text: str) -> list[str]:
    return [match.kind for match in find_tokens(text)]


def test_a_match_holds_no_value() -> None:
    token = checksummed("ghp_", 30)
    [match] = find_tokens(f"x {token} y")
    assert match[:3] == ("github-token", 2, 42)
    assert token not in repr(match)


def test_matches_come_by_their_start_and_do_not_overlap() -> None:
    text = " ".join(each.passing[0] for each in all_formats())
    spans = [(match.start, match.end) for match in find_tokens(text)]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("sk-" + alnum(20) + "T3Blbk" + "FJ" + alnum(20), "openai-api-key"),
        ("sk-" + hexes(32), "deepseek-api-key"),
        ("sk-" + alnum(40), "sk-api-key"),
        ("sk-" + "ant-api03-" + alnum(95), "anthropic-api-key"),
        ("sk-" + "ant-" + alnum(95), "anthropic-legacy-key"),
        ("sk-" + "proj-" + alnum(80), "openai-project-key"),
    ],
)
def test_the_most_specific_of_overlapping_kinds_stays(token: str, kind: str) -> None:
    assert found(token) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7" + "EXAMPLE",
        "sk-" + "x" * 48,
        "ghp_" + "0" * 36,
        "sk_test_" + "4eC39HqLyjW" + "DarjtT1zdp7dc",
        "postgres://user:password@localhost/db",
        "https://${USER}:${PASSWORD}@host/",
        "AIza" + "SyDUMMY-KEY-FOR-TESTS-NOT-REAL-00000",
        "encrypted_content: gAAAAABo",
        "PyJWT==2.8.0 tiktoken==0.7.0",
        "2025-03-15T09:38:36Z",
        "chatcmpl-" + alnum(29),
        "toolu_01" + alnum(22),
        "call_" + alnum(24),
        "resp_" + hexes(48),
        "req_011" + alnum(21),
    ],
)
def test_documentation_keys_placeholders_and_ids_are_no_tokens(text: str) -> None:
    assert found(text) == []


def test_a_stripe_test_key_is_a_key() -> None:
    assert found("sk_" + "test_" + alnum(99)) == ["stripe-test-key"]


def brute_force(text: str) -> set[tuple[str, int]]:
    return {
        (each.kind, match.start("secret" if match.re.groupindex else 0))
        for each in all_formats()
        for match in compiled(each).finditer(text)
    }


@given(
    st.lists(
        st.one_of(
            st.sampled_from([text for each in all_formats() for text in each.passing]),
            st.sampled_from([*PIECES, ".", "=", "/", "x"]),
        ),
        max_size=6,
    )
)
def test_the_prefilter_loses_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    covered = [(match.start, match.end) for match in find_tokens(text)]
    for kind, start in brute_force(text):
        token_format = next(each for each in all_formats() if each.kind == kind)
        if token_format.check is None and token_format.left_edge and "." not in pieces:
            assert any(low <= start < high for low, high in covered), kind


def timed(text: str) -> tuple[float, list[TokenMatch]]:
    start = time.process_time()
    matches = list(find_tokens(text))
    return time.process_time() - start, matches


def random_base64(seed: int) -> str:
    return base64.b64encode(random.Random(seed).randbytes(MEGABYTES * 3 // 4)).decode()


HOSTILE = {
    "base64": random_base64(1),
    "base64url": random_base64(2).replace("+", "-").replace("/", "_"),
    "a": "a" * MEGABYTES,
    "A": "A" * MEGABYTES,
    "sk-": "sk-" * (MEGABYTES // 3),
    "sk- ": "sk- " * (MEGABYTES // 4),
    "short keys": f"sk-{'a' * 20} " * (MEGABYTES // 24),
    "eyJ": ("eyJ" + "a" * 20 + ".") * (MEGABYTES // 24),
    "PEM": "-----BEGIN PRIVATE KEY-----" * (MEGABYTES // 27),
    "://": "://" * (MEGABYTES // 3),
    "password=": "password=" * (MEGABYTES // 9),
    "telegram": "1234567890:AA" * (MEGABYTES // 13),
    "entra": "aaa8Q~" * (MEGABYTES // 6),
    "backslashes": "\\n\\u0041%41" * (MEGABYTES // 11),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_whatever_the_text(name: str) -> None:
    seconds, matches = timed(HOSTILE[name])
    assert seconds < 15
    assert matches == []
