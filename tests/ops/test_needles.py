"""Looking for many texts at once finds what looking for each of them finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import seconds

from cassette_cli.ops.needles import Needles

WORDS = st.text("ab.*\\né", min_size=4, max_size=9)


@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=20))
def test_it_finds_what_each_find_finds(needles: list[str], hay: list[str]) -> None:
    text = "".join(hay + needles[::7])
    assert Needles(needles).within(text) == sorted({one for one in needles if one in text})


@pytest.mark.parametrize("count", [1, 5_000])
def test_thousands_are_looked_for_in_megabytes(count: int) -> None:
    noise = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    needles = ["".join(noise.choices(letters, k=32)) for _ in range(count)]
    hay = "".join(noise.choices(letters, k=2_000_000)) + needles[0]
    looking = Needles(needles)
    assert looking.within(hay) == [needles[0]]
    assert seconds(lambda: looking.within(hay), runs=1) < 3
