"""Every token format is held to its own examples, alone and in the company texts give it."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from cassette_cli.credentials.format import WORD_EDGE, TokenFormat, all_formats, compiled
from cassette_cli.credentials.placeholders import is_placeholder
from cassette_cli.credentials.tokens import find_tokens

FORMATS = {each.kind: each for each in all_formats()}
SURROUNDINGS = (
    "{}",
    '{{"key": "{}"}}',
    '{{\\"key\\":\\"{}\\"}}',
    "https://host/path?x={}&y=1",
    "a%3D{}%26b%3D2",
    "q%253D{}%2526",
    "Say {}.",
    "line\\n{}\\nline",
    "\\u0026{}\\u0026",
    "<k>{}</k>",
    "a: '{}'\n",
    "({})",
    "Bearer {}",
    "a={};b=c",
)


def examples(field: str) -> list[tuple[TokenFormat, str]]:
    return [(each, text) for each in FORMATS.values() for text in getattr(each, field)]


def kinds_in(text: str) -> list[str]:
    return [match.kind for match in find_tokens(text)]


def test_a_kind_has_one_format_and_there_are_many() -> None:
    assert len(FORMATS) == len(all_formats()) >= 190


@pytest.mark.parametrize("kind", FORMATS)
def test_the_formats_say_what_they_owe(kind: str) -> None:
    token_format = FORMATS[kind]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind)
    assert token_format.source.startswith("https://")
    assert token_format.title
    assert token_format.passing
    assert token_format.failing
    assert token_format.innocent
    assert all(len(literal) >= 2 for literal in token_format.literals)
    assert compiled(token_format).groups <= 1


@pytest.mark.parametrize("kind", FORMATS)
def test_every_repetition_is_bounded(kind: str) -> None:
    outside = re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "x", FORMATS[kind].pattern)
    assert not re.search(r"[*]|(?<!\})\+|\{[0-9]+,\}", outside)


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_passing_examples_are_found_everywhere(surroundings: str) -> None:
    for token_format, example in examples("passing"):
        if example.startswith("://") and "//" in surroundings:
            continue
        assert token_format.kind in kinds_in(surroundings.format(example)), token_format.kind


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_failing_examples_are_not(surroundings: str) -> None:
    for token_format, example in examples("failing"):
        assert token_format.kind not in kinds_in(surroundings.format(example)), token_format.kind


def test_innocent_texts_hold_nothing_at_all() -> None:
    assert {kind: kinds_in(text) for kind, text in _innocent() if kinds_in(text)} == {}


def _innocent() -> list[tuple[str, str]]:
    return [(token_format.kind, text) for token_format, text in examples("innocent")]


def test_the_span_is_the_token_and_no_more() -> None:
    for token_format, example in examples("passing"):
        match = next(each for each in find_tokens(f"<{example}>") if each.kind == token_format.kind)
        secret = compiled(token_format).search(example)
        assert secret is not None
        expected = secret["secret"] if secret.re.groupindex else example
        assert f"<{example}>"[match.start : match.end] == expected
        assert not is_placeholder(expected)


def test_a_longer_word_is_no_token() -> None:
    tested = 0
    for token_format, example in examples("passing"):
        if token_format.leads == (0,) and token_format.left_edge == WORD_EDGE:
            assert token_format.kind not in kinds_in("x" + example), token_format.kind
            tested += 1
    assert tested > 150


def test_no_example_is_spelled_out_in_a_file() -> None:
    # Push scanners read the files, not what they evaluate to.
    folder = Path(__file__).parents[2] / "cassette_cli" / "credentials"
    spelled = {
        (path.name, match.kind)
        for path in folder.rglob("*.py")
        for match in find_tokens(path.read_text(encoding="utf-8"))
    }
    assert spelled - {("connection_strings.py", "url-password")} == set()


def test_two_tokens_beside_each_other_are_two() -> None:
    few = [each for each in FORMATS.values() if each.leads == (0,)][::7]
    for left, right in product(few, few[:5]):
        if "://" in left.passing[0] + right.passing[0]:
            continue
        found = kinds_in(f"{left.passing[0]} {right.passing[0]}")
        assert {left.kind, right.kind} <= set(found)
