"""A long text is looked at without its repetitions: nothing may hide in what is left out."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.credentials.format import TokenFormat, all_formats
from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.ops.detect_json import may_tell
from cassette_cli.ops.detect_text import each_part_once

FORMATS = all_formats()
KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')
LEAVES = st.text(',":\\ab{}[] ', max_size=8) | st.integers(0, 9) | st.none()
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(',":\\ab{}[]', max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def repeated(value: Any, times: int = 4000) -> str:
    """Many events that are all alike, with one among them that is not."""
    like = 'data: {"id":"a","object":"chunk","n":1}\n\n'
    return like * times + f"data: {json.dumps(value, separators=(',', ':'))}\n\n" + like


def found(text: str) -> set[tuple[str, str]]:
    return {(one.kind, text[one.start : one.end]) for one in find_tokens(text)}


@pytest.mark.parametrize("token_format", FORMATS, ids=lambda one: one.kind)
def test_every_kind_of_token_is_still_there(token_format: TokenFormat) -> None:
    tokens = token_format.passing
    text = repeated({"a": 1, "b": tokens, "c": dict.fromkeys(tokens, tokens[0])})
    assert len(each_part_once(text)) < len(text) // 2 or "-----BEGIN" in text
    assert found(each_part_once(text)) == found(text) != set()


@given(VALUES, VALUES)
def test_every_key_and_every_string_is_still_there(first: Any, second: Any) -> None:
    text = repeated([first, second, first], 1500)
    left = each_part_once(text)
    assert set(KEY.findall(left)) >= set(KEY.findall(text))
    assert may_tell(left) == may_tell(text)


def test_a_key_that_ends_with_a_comma_is_not_taken_apart() -> None:
    text = repeated({"id": {"password,": 1}, "b": "password", "c": {"password": "x"}})
    assert each_part_once(text + '{"a,":1}') == text + '{"a,":1}'
    assert may_tell(each_part_once(text))


def test_what_is_short_or_never_repeats_stays_as_it_is() -> None:
    short = '{"a":1,"b":2}'
    various = "".join(f'{{"a":{number},"b{number}":2}}' for number in range(9000))
    assert each_part_once(short) is short
    assert each_part_once(various) is various
