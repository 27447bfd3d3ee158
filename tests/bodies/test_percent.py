"""Percent-encoded text: URLs and forms."""

from __future__ import annotations

from urllib.parse import quote, quote_plus, unquote, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import lowered, random_edits, random_span, text_layer

from cassette_cli.bodies.percent import Percent
from cassette_cli.errors import RefusedError
from cassette_cli.source.spans import Edit, Span, splice

WRITTEN = st.lists(
    st.sampled_from(
        ["a", "%41", "%c3%A9", "é", "+", "%2B", "%", "%zz", "%ff", "%F0%9F%98%80", "%C3"]
    )
).map("".join)


def percent(text: str, plus: bool) -> Percent:
    return Percent(text_layer(text), Span(0, len(text)), plus=plus)


@given(st.data(), WRITTEN, st.booleans())
def test_edits_are_exact_or_refused(data: st.DataObject, text: str, plus: bool) -> None:
    layer, read = percent(text, plus), unquote_plus if plus else unquote
    assert layer.value == read(text)
    edits = random_edits(data.draw, layer.value, st.text(alphabet="a &=%+é😀", max_size=3))
    try:
        after = lowered(layer, edits)
    except RefusedError:
        assert "%" in text.replace("%41", "").replace("%2B", "") or "+" in text
    else:
        assert read(after) == splice(layer.value, edits)


@given(st.data(), st.text(alphabet="aé😀 &=%+/", max_size=9), st.booleans())
def test_well_formed_text_is_always_edited_and_located(
    data: st.DataObject, value: str, plus: bool
) -> None:
    read, write = (unquote_plus, quote_plus) if plus else (unquote, quote)
    layer = percent(write(value), plus)
    span = random_span(data.draw, value)
    (place,) = layer.outward(span)
    assert read(write(value)[slice(*place.span)]) == value[slice(*span)]
    edits = random_edits(data.draw, value, st.text(alphabet="a &é", max_size=3))
    assert read(lowered(layer, edits)) == splice(value, edits)


@pytest.mark.parametrize("new", ["\ud83d", "a\ude00"])
def test_half_a_character_is_refused(new: str) -> None:
    with pytest.raises(RefusedError):
        percent("a%20b", plus=False).lower([Edit(Span(0, 1), new)])
