"""A text joined from parts that stand apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import random_edits, random_span, text_layer

from cassette_cli.errors import RefusedError
from cassette_cli.source.joined import Joined, Part
from cassette_cli.source.layer import Slice
from cassette_cli.source.spans import Edit, Span, splice


def joined(texts: list[str]) -> Joined:
    return Joined([part(text) for text in texts])


def part(text: str) -> Part:
    layer = text_layer(text)
    return text, lambda: layer


def edited(texts: list[str], edits: list[Edit[str]]) -> str:
    """The parts with the edits made in each, joined again."""
    message = joined(texts)
    made: dict[int, list[Edit[Any]]] = {}
    for layer, edit in message.lower(edits):
        made.setdefault(id(layer), []).append(edit)
    layers = [part[1]() for part in message.parts]
    return "".join(
        splice(layer.value, sorted(made.get(id(layer), []), key=lambda edit: edit.span))
        for layer in layers
    )


@given(st.data(), st.lists(st.text(max_size=3), max_size=5))
def test_edits_are_exact(data: st.DataObject, texts: list[str]) -> None:
    value = "".join(texts)
    edits = random_edits(data.draw, value, st.text(max_size=5))
    assert edited(texts, edits) == splice(value, edits)


@given(st.data(), st.lists(st.text(max_size=3), max_size=5))
def test_ranges_lead_to_their_parts(data: st.DataObject, texts: list[str]) -> None:
    message = joined(texts)
    span = random_span(data.draw, message.value)
    places = list(message.outward(span))
    found = "".join(place.layer.value[slice(*place.span)] for place in places)
    assert found == message.value[slice(*span)]
    assert bool(places) == bool(message.parts)


@pytest.mark.parametrize("at", [0, 1, 2, 3, 4])
def test_an_insertion_between_parts_is_not_lost(at: int) -> None:
    assert edited(["ab", "", "cd"], [Edit(Span(at, at), "X")]) == "abcd"[:at] + "X" + "abcd"[at:]


def test_each_part_gets_as_many_characters_as_it_gave() -> None:
    message = joined(["ab", "cd", "ef"])
    lowered = [edit for _, edit in message.lower([Edit(Span(1, 5), "123456")])]
    assert [edit.replacement for edit in lowered] == ["1", "23", "456"]
    lowered = [edit for _, edit in message.lower([Edit(Span(1, 5), "12")])]
    assert [edit.replacement for edit in lowered] == ["1", "2", ""]


def test_what_nothing_holds_cannot_be_written() -> None:
    with pytest.raises(RefusedError, match="nothing in the stream"):
        joined([]).lower([Edit(Span(0, 0), "x")])


def test_a_part_is_asked_for_only_when_it_is_needed() -> None:
    def never() -> Slice:
        raise AssertionError("this part is not touched")

    layer = text_layer("cd")
    message = Joined([("ab", never), ("cd", lambda: layer)])
    assert [place.layer for place in message.outward(Span(2, 3))] == [layer]
