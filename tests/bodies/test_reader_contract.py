"""What every body reader has to keep; a new one is tested by existing."""

from __future__ import annotations

import pytest
from handmade import body, read_by
from hypothesis import given
from hypothesis import strategies as st
from sampled import SAMPLES

from cassette_cli.bodies.reader import BodyReader, Content, choose, reader_of, readers
from cassette_cli.model.bid import Bid
from cassette_cli.model.view import FactsView, JsonView, TableView, TextView, XmlView
from cassette_cli.output.show_body import body_lines

EVERY = pytest.mark.parametrize("reader", readers(), ids=lambda one: one.name)
VIEWS = (TextView, JsonView, XmlView, TableView, FactsView)


def content(data: bytes | str, content_type: str) -> Content:
    made = body(data, content_type)
    stored = made.data.value if made.data is not None else None
    return Content(made.text.value if made.text is not None else None, stored, content_type)


def test_every_reader_has_a_sample_here() -> None:
    assert {one.name for one in readers()} == set(SAMPLES)


@EVERY
def test_it_is_found_by_its_name_and_says_what_it_is(reader: BodyReader) -> None:
    assert [one for one in readers() if one.name == reader.name] == [reader]
    assert reader_of(reader.name) is reader
    first = (type(reader).__doc__ or "").partition("\n")[0]
    assert first.endswith(".")


@EVERY
def test_its_own_sample_is_its_own(reader: BodyReader) -> None:
    data, content_type = SAMPLES[reader.name]
    sample = content(data, content_type)
    own = reader.bid(sample)
    assert own.bid > Bid.NO
    rivals = {one.name: one.bid(sample).bid for one in readers() if one is not reader}
    assert {name for name, bid in rivals.items() if bid > own.bid} == set()
    assert body(data, content_type).reader is reader
    if reader.name != "binary":
        assert reader.claims(sample.media_type)


@EVERY
def test_its_kind_is_a_word_and_its_reason_a_clause(reader: BodyReader) -> None:
    made = body(*SAMPLES[reader.name])
    assert made.kind.isalnum()
    assert made.kind == made.kind.lower()
    for name in SAMPLES:
        because = reader.bid(content(*SAMPLES[name])).because
        assert because
        assert not because.endswith(".")


@EVERY
def test_its_sample_is_shown_and_has_stable_parts(reader: BodyReader) -> None:
    made = body(*SAMPLES[reader.name])
    assert isinstance(made.view(), VIEWS)
    assert made.events() is made.events()
    assert made.texts() is made.texts()
    assert list(body_lines(made, 80, whole=True))


TYPES = st.sampled_from([one for _, one in SAMPLES.values()]) | st.text(max_size=20)
SEEDS = st.sampled_from([data for data, _ in SAMPLES.values()])
TEXTS = st.text(st.characters(), max_size=60)


@st.composite
def bodies(draw: st.DrawFn) -> bytes | str:
    """Random ones, and samples with some damage."""
    data = draw(SEEDS)
    if isinstance(data, bytes):
        at, damage = draw(st.integers(0, len(data))), draw(st.binary(max_size=30))
        return draw(st.sampled_from([damage, data[:at] + damage + data[at:], data[:at] + damage]))
    at, text = draw(st.integers(0, len(data))), draw(TEXTS)
    return draw(st.sampled_from([text, data[:at] + text + data[at:], data[:at] + text]))


@EVERY
@given(data=bodies(), content_type=TYPES)
def test_no_body_makes_it_fall(reader: BodyReader, data: bytes | str, content_type: str) -> None:
    made = read_by(reader, data, content_type)
    sample = content(data, content_type)
    assert reader.bid(sample).because
    assert reader.kind(sample)
    view = made.view()
    assert view is None or isinstance(view, VIEWS)
    for one in made.events() or ():
        if one.index is not None:
            assert isinstance(one.layer(made.framed).value, str)  # type: ignore[arg-type]
    assert all(isinstance(text.value, str) for _, text in made.texts())
    assert all(line is not None for line in body_lines(made, 80, whole=True))


@given(bodies(), TYPES)
def test_the_choice_is_always_the_same(data: bytes | str, content_type: str) -> None:
    sample = content(data, content_type)
    reader, because = choose(sample)
    assert choose(sample) == (reader, because)
    assert reader.bid(sample).bid == max(one.bid(sample).bid for one in readers())
    again = body(data, content_type)
    assert again.reader is reader or again.kind == "empty"
