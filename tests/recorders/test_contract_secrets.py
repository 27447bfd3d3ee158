"""A secret put into the examples of any recorder is found, removed, and told of for the replay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from owning import EVERY, examples, read
from planted import openai

from cassette_cli.model.cassette import Cassette, Interaction
from cassette_cli.ops.detect import detect
from cassette_cli.ops.load import load
from cassette_cli.ops.redact import Redacted, redact
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import Layer, LayerEdit
from cassette_cli.source.spans import Edit, Span

KEY = openai("contract")
MATCHERS = {
    "url": {"url", "uri", "query", "path"},
    "header": {"headers"},
    "body": {"body", "raw_body"},
}


def url(one: Interaction) -> Layer[str] | None:
    return one.request.url


def header(one: Interaction) -> Layer[str] | None:
    values = [value for header in one.request.headers for value in header.values]
    return values[-1] if values else None


def body(one: Interaction) -> Layer[str] | None:
    return one.request.body.text if one.request.body.kind == "json" else None


def answer(one: Interaction) -> Layer[str] | None:
    return one.response.body.text if one.response.body.kind == "json" else None


PLACES: dict[str, Callable[[Interaction], Layer[str] | None]] = {
    "url": url, "header": header, "body": body, "answer": answer,
}  # fmt: skip


def planted(recorder: Recorder, place: str) -> Cassette | None:
    """The first example with such a place, with a key there; None where it has none."""
    for path in examples(recorder):
        found = read(path)
        for layer in filter(None, map(PLACES[place], found.interactions)):
            at = 1 if place in ("body", "answer") else len(layer.value)
            text = f'"planted": "{KEY}", ' if at == 1 else f"?key={KEY}"
            edit = LayerEdit(layer, Edit(Span(at, at), text))
            return load(path.name, edit_document(found.document, [edit]).data)
    return None


def cleaned(recorder: Recorder, place: str, *match_on: str) -> Redacted | None:
    cassette = planted(recorder, place)
    if cassette is None:
        return None
    return redact(cassette, match_on)


@EVERY
@pytest.mark.parametrize("place", PLACES)
def test_it_is_found_and_removed(recorder: Recorder, place: str) -> None:
    result = cleaned(recorder, place)
    if result is None:
        assert recorder.name == "pydantic-ai", "only its frames and calls have no such place"
        return
    assert [one.reveal() for one in result.secrets] == [KEY]
    after = load("a", result.after.data)
    assert detect(after) == ()
    assert KEY.encode() not in result.after.data


@EVERY
@pytest.mark.parametrize("place", MATCHERS)
def test_what_the_replay_compares_is_said(recorder: Recorder, place: str) -> None:
    for matcher in MATCHERS[place]:
        result = cleaned(recorder, place, matcher)
        if result is not None:
            assert [one.matcher for one in result.impacts] == [matcher]
