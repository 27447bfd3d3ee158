"""Every way to write a value in a URL is found, and decodes to just that value."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import growth, text_layer

from cassette_cli.ops.spellings import Spellings

CORE = "abcdEF12"
ODD = "/+=&%? é€😀:"
VALUES = st.text(string.ascii_letters + ODD, max_size=6).map(lambda text: CORE + text)


def spelled(draw: st.DrawFn, value: str, *, plus: bool) -> str:
    """Some way to write the value: in a form a blank may be a plus, a plus may not stand there."""
    written = []
    for character in value:
        ways = ["".join(f"%{byte:02{case}}" for byte in character.encode()) for case in "xX"]
        if not character.isascii() or character in "%&? " or (character == "+" and plus):
            written.append(draw(st.sampled_from([*ways, *("+" * (plus and character == " "))])))
        elif character in ODD:
            written.append(draw(st.sampled_from([*ways, character])))
        else:
            written.append(character)
    return "".join(written)


@given(st.data(), VALUES, st.booleans())
def test_each_spelling_is_found(data: st.DataObject, value: str, plus: bool) -> None:
    written = data.draw(st.composite(spelled)(value, plus=plus))
    text = text_layer(f"https://x.test/?a={written}&b=1")
    found = [
        (one, place.layer.value[slice(*place.span)])
        for one, place in Spellings([value]).within(text)
    ]
    assert found == ([] if written == value else [(value, value)])


@pytest.mark.parametrize("text", ["", "no%20such", f"{CORE}%2", f"{CORE}%zz/x"])
def test_nothing_else_is(text: str) -> None:
    assert list(Spellings([f"{CORE}/x"]).within(text_layer(text))) == []


def test_many_values_are_looked_for_at_once() -> None:
    def work(count: int) -> None:
        values = [f"key{number:06}/{number}" for number in range(count)]
        text = text_layer(" ".join(value.replace("/", "%2f") for value in values))
        assert len(list(Spellings(values).within(text))) == count

    assert growth(work, 1_000) < 8


def test_values_that_have_most_in_common_are_looked_for_at_once() -> None:
    def work(count: int) -> None:
        values = [f"https://hooks.example.test/services/{n:06}/x" for n in range(count)]
        spellings = Spellings(values)
        texts = [text_layer(value.replace("/", "%2F")) for value in values]
        assert sum(len(list(spellings.within(text))) for text in texts) == count

    re.purge()
    assert growth(work, 600) < 8  # more than the library keeps compiled
