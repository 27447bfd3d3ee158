"""The texts and events within bodies know their places, down to the file, whichever reader's."""

from __future__ import annotations

import random
from base64 import b64decode
from collections.abc import Iterator

import pytest
from handmade import body
from recorded import body_of, recorded
from sampled import SAMPLES
from support import cassette, sources

from cassette_cli.model.body import Body
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import Layer, LayerEdit
from cassette_cli.source.place import Place, chain_spans
from cassette_cli.source.spans import Edit, Span

FRAMED = [name for name in SAMPLES if body(*SAMPLES[name]).events() is not None]


def test_the_framed_ones_are_known() -> None:
    assert FRAMED == ["eventstream", "ndjson", "sse"]


@pytest.mark.parametrize("name", FRAMED)
def test_events_are_the_same_in_any_order_of_reading(name: str) -> None:
    data, content_type = SAMPLES[name]
    straight = body(data, content_type)
    expected = [one.data for one in straight.events() or ()]
    for seed in range(6):
        made = body(data, content_type)
        events = list(made.events() or ())
        order = [number for number, one in enumerate(events) if one.index is not None]
        random.Random(seed).shuffle(order)
        for number in order:
            layer = events[number].layer(made.framed)  # type: ignore[arg-type]
            assert layer is events[number].layer(made.framed)  # type: ignore[arg-type]
            (place,) = layer.outward(Span(0, len(layer.value)))
            assert layer.value == expected[number]
            assert events[number].index in (layer.record, place.layer.record)
    spans = [one.span for one in straight.events() or ()]
    assert spans == sorted(spans)


WITH_TEXTS = [name for name in SAMPLES if body(*SAMPLES[name]).texts()]
STORED = pytest.mark.parametrize("stored_as", ["as it is", "base64"])


def written(name: str, stored_as: str) -> str:
    data, content_type = SAMPLES[name]
    if stored_as == "base64" and isinstance(data, str):
        data = data.encode()
    return recorded(data, content_type)


def some_spans(layer: Layer[str]) -> Iterator[Span]:
    """Single characters here and there, and the whole."""
    size = len(layer.value)
    yield from (Span(at, at + 1) for at in range(0, size, max(1, size // 4)))
    yield Span(0, size)


def in_body(made: Body, place: Place) -> str | bytes:
    """What stands in the body where a place came from."""
    framed = made.framed
    assert framed is not None
    ((start, end),) = [span for layer, span in chain_spans(place) if layer is framed]
    found: str | bytes = framed.value[start:end]
    return found


BYTES = ["audio", "binary", "image", "protobuf"]
"""Readers whose one text is all of the bytes."""


def test_the_readers_with_texts_are_known() -> None:
    assert set(WITH_TEXTS) == {*BYTES, "eventstream", "multipart", "xml"}


@STORED
@pytest.mark.parametrize("name", WITH_TEXTS)
def test_a_text_stands_in_the_body_where_it_says(name: str, stored_as: str) -> None:
    made = body_of(written(name, stored_as))
    assert made.texts()
    for _, text in made.texts():
        for span in some_spans(text):
            wanted, found = text.value[slice(*span)], in_body(made, Place(text, span))
            if isinstance(found, bytes):
                found = found.decode("latin-1" if name in BYTES else "utf-8")
            assert found.replace("&amp;", "&") == wanted


@pytest.mark.parametrize("name", WITH_TEXTS)
def test_a_text_stands_in_the_file_where_it_says(name: str) -> None:
    made = body_of(written(name, "base64"))
    for _, text in made.texts():
        (piece,) = sources(text.whole()) or [""]
        data = b64decode(piece)
        inner = in_body(made, text.whole())
        assert (inner.encode() if isinstance(inner, str) else inner) in data
        assert len(data) <= len(inner) + 4


@STORED
@pytest.mark.parametrize("name", WITH_TEXTS)
def test_an_edit_of_a_text_changes_that_text_alone(name: str, stored_as: str) -> None:
    found = cassette(written(name, stored_as))
    made = found.interactions[0].response.body
    before = [text.value for _, text in made.texts()]
    for number, (called, text) in enumerate(made.texts()):
        if made.kind == "multipart" and called is None:
            continue
        whole_body = name in BYTES
        for span in list(some_spans(text))[: -1 if whole_body else None]:
            edit = Edit(span, "y" * (span.end - span.start))
            after = edit_document(found.document, [LayerEdit(text, edit)])
            again = [inner.value for _, inner in body_of(after.value).texts()]
            wanted = text.value[: span.start] + edit.replacement + text.value[span.end :]
            assert again == [*before[:number], wanted, *before[number + 1 :]]
