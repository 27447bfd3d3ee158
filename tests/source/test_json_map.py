"""Every character of a JSON string leads to the source that spells it, and back."""

from __future__ import annotations

import json
from random import Random
from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from json_oracle import json_file, scalars, units
from json_texts import ANY, literal
from support import shared, shared_files, text_layer

from cassette_cli.source.document import read_document
from cassette_cli.source.json_layer import JsonString
from cassette_cli.source.layer import Contiguous
from cassette_cli.source.node import Scalar
from cassette_cli.source.read_json import read_json
from cassette_cli.source.spans import Span

texts = st.text(alphabet=ANY, max_size=12) | st.text(max_size=12)


def string(text: str, start: int = 0, end: int | None = None) -> JsonString:
    node = read_json(text, start, end)
    assert isinstance(node, Scalar)
    return JsonString(text_layer(text), node, ())


def span_of(layer: Contiguous, start: int, end: int) -> Span:
    (place,) = layer.outward(Span(start, end))
    return place.span


def check_map(source: str, layer: Contiguous, start: int, end: int) -> None:
    """One span a character, without gaps from quote to quote, each with what decodes to it."""
    spans = [span_of(layer, at, at + 1) for at in range(len(layer.value))]
    assert [Span(a - start, b - start) for a, b in spans] == units(source[start:end])
    edges = [start + 1, *(span.end for span in spans)]
    assert [*(span.start for span in spans), end - 1] == edges
    for one, span in zip(layer.value, spans, strict=True):
        assert json.loads(f'"{source[slice(*span)]}"') == one


@given(texts, st.randoms())
def test_each_character_is_spelled_by_its_own_source(text: str, rng: Random) -> None:
    source = literal(text, rng)
    layer = string(source)
    assert layer.value == json.loads(source)
    check_map(source, layer, 0, len(source))


@given(texts, st.randoms(), st.data())
def test_each_range_is_spelled_by_its_own_source(
    text: str, rng: Random, data: st.DataObject
) -> None:
    source = f'data: [{literal(text, rng)}] "'
    start, end = 7, len(source) - 3
    layer = string(source, start, end)
    low = data.draw(st.integers(0, len(layer.value)))
    high = data.draw(st.integers(low, len(layer.value)))
    span = span_of(layer, low, high)
    assert json.loads(f'"{source[slice(*span)]}"') == layer.value[low:high]
    assert start < span.start <= span.end < end


@given(texts, st.randoms())
def test_each_offset_of_the_source_leads_to_its_character(text: str, rng: Random) -> None:
    source = literal(text, rng)
    layer = string(source)
    for at, (start, end) in enumerate(units(source)):
        assert {layer.map.to_value(offset) for offset in range(start, end)} == {at}
    assert layer.map.to_value(0) == 0
    assert layer.map.to_value(len(source) - 1) == len(layer.value)


def test_a_pair_of_escapes_is_one_character_and_halves_are_one_each() -> None:
    for source, spans in (
        (r'"\ud83d\ude00"', [(1, 13)]),
        (r'"\uD83D\uDE00x"', [(1, 13), (13, 14)]),
        (r'"\ud83d\ud83d\ude00"', [(1, 7), (7, 19)]),
        (r'"\ude00\ud83d"', [(1, 7), (7, 13)]),
        (r'"\ud83d\\ude00"', [(1, 7), (7, 9), (9, 10), (10, 11), (11, 12), (12, 13), (13, 14)]),
        (r'"\ud83d\n"', [(1, 7), (7, 9)]),
        ('"\ud83d\\ude00"', [(1, 2), (2, 8)]),
        ('"\\ud83d\ude00"', [(1, 7), (7, 8)]),
        (r'"\\ud83d"', [(1, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]),
        ('"😀é"', [(1, 2), (2, 3)]),
    ):
        layer = string(source)
        found = [tuple(span_of(layer, at, at + 1)) for at in range(len(layer.value))]
        assert found == spans, source


def test_an_empty_string_is_the_point_between_its_quotes() -> None:
    assert span_of(string('""'), 0, 0) == Span(1, 1)
    document = json_file('{"": ""}')
    layer = document.scalar(scalars(document)[1])
    assert span_of(layer, 0, 0) == Span(6, 6)


def test_every_string_of_the_corpus_is_mapped() -> None:
    shared("corpus")
    for suffix in (".json", ".har"):
        for path in shared_files("corpus", suffix=suffix):
            document = read_document(path.name, path.read_bytes())
            for node in scalars(document):
                if node.style == "json" and len(node.value) < 5_000:
                    layer = document.scalar(node)
                    check_map(document.value, layer, node.start, node.end)


def test_a_map_of_two_megabytes_of_escapes_is_made_once_and_soon() -> None:
    source = '"' + r"\u00e9\ud83d\ude00ab\n" * 100_000 + '"'
    layer = string(source)
    start = process_time()
    for at in range(0, 400_000, 1_000):
        span_of(layer, at, at + 1)
    assert process_time() - start < 4
