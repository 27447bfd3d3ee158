"""The data of an event as a link of the chain: places and edits through `data:` lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import lowered, random_edits, random_span, text_layer

from cassette_cli.bodies.sse import parse_events
from cassette_cli.bodies.sse_data import SseData
from cassette_cli.errors import RefusedError
from cassette_cli.source.spans import Edit, Span, splice


def data_of(text: str, index: int = 0) -> SseData:
    events = [event for event in parse_events(text) if event.index is not None]
    return events[index].layer(text_layer(text))


@st.composite
def streams(draw: st.DrawFn) -> str:
    """One event between two others, its lines in every spelling."""
    line_break = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    line = st.sampled_from(["data: a b", "data:c", "data", "data:", "data:  d", "data: é😀"])
    lines = draw(st.lists(line, min_size=1, max_size=5))
    event = "".join(one + line_break for one in [*lines, ""])
    return f"data: before{line_break * 2}{event}data: after{line_break * 2}"


@given(st.data(), streams())
def test_edits_are_exact_and_leave_the_neighbours(data: st.DataObject, text: str) -> None:
    layer = data_of(text, 1)
    new = st.text(alphabet="x \n:é", max_size=4)
    edits = random_edits(data.draw, layer.value, new)
    try:
        after = lowered(layer, edits)
    except RefusedError:
        assert len(edits) > 1
        return
    read = [event.data for event in parse_events(after) if event.index is not None]
    assert read == ["before", splice(layer.value, edits), "after"]


@given(st.data(), streams())
def test_ranges_hold_their_text(data: st.DataObject, text: str) -> None:
    layer = data_of(text, 1)
    span = random_span(data.draw, layer.value)
    (place,) = layer.outward(span)
    held = text[slice(*place.span)]
    wanted = layer.value[slice(*span)]
    assert wanted in held if "\n" not in wanted else held.endswith(wanted.split("\n")[-1])
    assert bool(held) == bool(wanted)


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ("data: ab\n\n", Edit(Span(0, 1), "x"), "data: xb\n\n"),
        ("data:ab\n\n", Edit(Span(0, 1), " x"), "data:  xb\n\n"),
        ("data:a b\n\n", Edit(Span(0, 1), ""), "data:  b\n\n"),
        ("data\n\n", Edit(Span(0, 0), "x"), "data: x\n\n"),
        ("data:\n\n", Edit(Span(0, 0), "x"), "data:x\n\n"),
        ("data: a\ndata: b\n\n", Edit(Span(1, 2), ""), "data: ab\n\n"),
        ("data: a\r\n\r\n", Edit(Span(1, 1), "\nb"), "data: a\r\ndata: b\r\n\r\n"),
        ("data: a\r\r", Edit(Span(1, 1), "\nb"), "data: a\rdata: b\r\r"),
        ("data: a", Edit(Span(1, 1), "\n"), "data: a\ndata: "),
        ("data: a\nid: 7\ndata: b\n\n", Edit(Span(2, 3), "x"), "data: a\nid: 7\ndata: x\n\n"),
    ],
)
def test_an_edit_is_written_like_its_surroundings(text: str, edit: Edit[str], after: str) -> None:
    assert lowered(data_of(text), [edit]) == after


def test_a_line_between_two_data_lines_is_never_taken_along() -> None:
    with pytest.raises(RefusedError, match="no data"):
        data_of("data: a\nid: 7\ndata: b\n\n").lower([Edit(Span(1, 2), "")])


@pytest.mark.parametrize("new", ["\r", "a\rb", "\r\n"])
def test_a_carriage_return_has_no_place_in_data(new: str) -> None:
    with pytest.raises(RefusedError):
        data_of("data: a\n\n").lower([Edit(Span(0, 1), new)])


def test_the_record_is_the_number_of_the_event() -> None:
    assert [data_of(": x\n\ndata: a\n\ndata: b\n\n", index).record for index in (0, 1)] == [0, 1]
