"""A text joined from parts that stand apart."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import random_edits, random_span, text_layer

from cassette_cli.errors import RefusedError
from cassette_cli.source.base64_layer import Base64
from cassette_cli.source.joined import Joined, JoinedBytes, Part
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer, Slice
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
    with pytest.raises(RefusedError, match="nothing holds this text"):
        joined([]).lower([Edit(Span(0, 0), "x")])


def test_a_part_is_asked_for_only_when_it_is_needed() -> None:
    def never() -> Slice:
        raise AssertionError("this part is not touched")

    layer = text_layer("cd")
    message = Joined([("ab", never), ("cd", lambda: layer)])
    assert [place.layer for place in message.outward(Span(2, 3))] == [layer]


@given(st.data(), st.lists(st.binary(max_size=7), min_size=1, max_size=5))
def test_bytes_in_base64_pieces_are_exact(data: st.DataObject, pieces: list[bytes]) -> None:
    written = json.dumps([base64.b64encode(piece).decode() for piece in pieces])
    whole = b"".join(pieces)
    edits = random_edits(data.draw, whole, st.binary(max_size=5)) if whole else []
    layer = pieces_of(written)
    assert layer.value == whole
    lowered = sorted(lower_all(layer, edits), key=lambda edit: edit.span)
    assert pieces_of(splice(written, lowered)).value == splice(whole, edits)


def pieces_of(written: str) -> JoinedBytes:
    """The bytes of a JSON list of base64 texts, as in recordings of Polly.js."""
    tree = json_tree(text_layer(written))
    assert tree is not None
    leaves = [tree.leaf(node, route) for route, node in tree.leaves()]
    return JoinedBytes([Base64(leaf, leaf.whole().span) for leaf in leaves])


def lower_all(layer: JoinedBytes, edits: list[Edit[bytes]]) -> Iterator[Edit[Any]]:
    """The edits of the JSON text: each piece lowered once, with all of its own."""
    by_piece: dict[int, tuple[Layer[Any], list[Edit[Any]]]] = {}
    for piece, edit in layer.lower(edits):
        by_piece.setdefault(id(piece), (piece, []))[1].append(edit)
    for piece, inner in by_piece.values():
        strings = list(piece.lower(sorted(inner, key=lambda edit: edit.span)))
        for leaf in {id(one.layer): one.layer for one in strings}.values():
            yield from (one.edit for one in leaf.lower([each.edit for each in strings]))
