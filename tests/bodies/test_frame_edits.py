"""An edit in a frame's payload restates its lengths and both check sums, down to the file."""

from __future__ import annotations

import zlib
from struct import unpack

import pytest
from handmade import event, frame, text_header
from hypothesis import given
from hypothesis import strategies as st
from recorded import body_of, recorded
from support import bytes_layer, cassette, lowered, random_edits, random_span

from cassette_cli.bodies.eventstream import parse_frames
from cassette_cli.bodies.frame_data import FrameData
from cassette_cli.errors import RefusedError
from cassette_cli.source.edit import edit_document
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.spans import Edit, Span, splice

HEADERS = text_header(":event-type", "chunk")
BEFORE, AFTER = event("first", b"{}"), event("last", b"[]")
TYPE = "application/vnd.amazon.eventstream"


def read(data: bytes) -> list[tuple[bytes, bytes]]:
    """Headers and payload of every frame, read by nothing but the specification."""
    found = []
    while data:
        total, headers, prelude = unpack(">III", data[:12])
        (whole,) = unpack(">I", data[total - 4 : total])
        assert zlib.crc32(data[:8]) == prelude
        assert zlib.crc32(data[: total - 4]) == whole
        found.append((data[12 : 12 + headers], data[12 + headers : total - 4]))
        data = data[total:]
    return found


def payload_layer(data: bytes, number: int) -> FrameData:
    parent = bytes_layer(data)
    found = list(parse_frames(data))[number]
    return FrameData(parent, found.span, found.index)


@given(st.data(), st.binary(max_size=20), st.sampled_from([b"", HEADERS]))
def test_lengths_and_sums_are_right_after_any_edit(
    data: st.DataObject, payload: bytes, headers: bytes
) -> None:
    layer = payload_layer(BEFORE + frame(headers, payload) + AFTER, 1)
    edits = random_edits(data.draw, payload, st.binary(max_size=6))
    after = read(lowered(layer, edits))
    assert [inner for _, inner in after] == [b"{}", splice(payload, edits), b"[]"]
    assert after[1][0] == headers


@given(st.data(), st.binary(max_size=20))
def test_a_range_is_the_same_bytes_in_the_stream(data: st.DataObject, payload: bytes) -> None:
    layer = payload_layer(BEFORE + frame(HEADERS, payload), 1)
    span = random_span(data.draw, payload)
    (place,) = layer.outward(span)
    assert layer.parent.value[slice(*place.span)] == payload[slice(*span)]


def test_an_edit_of_the_same_length_leaves_the_lengths_alone() -> None:
    layer = payload_layer(BEFORE + frame(HEADERS, b"abc"), 1)
    touched = [edit.span for _, edit in layer.lower([Edit(Span(1, 2), b"x")])]
    start, end = layer.span
    assert touched == [(end - 6, end - 5), (end - 4, end)]
    assert start + 12 < end - 6


def test_a_sum_that_was_wrong_stays_as_it_was() -> None:
    right = frame(HEADERS, b"abc")
    damaged = right[:8] + b"oops" + right[12:-4]
    for written in (damaged + zlib.crc32(damaged).to_bytes(4), right[:-4] + b"oops"):
        after = lowered(payload_layer(written, 0), [Edit(Span(0, 3), b"longer")])
        first, last = after[8:12] == b"oops", after[-4:] == b"oops"
        assert (first, last) == (written[8:12] == b"oops", written[-4:] == b"oops")
        assert first or zlib.crc32(after[:8]).to_bytes(4) == after[8:12]
        assert last or zlib.crc32(after[:-4]).to_bytes(4) == after[-4:]
        (found,) = parse_frames(after)
        assert found.payload == b"longer"


def test_a_fragment_that_is_no_frame_is_refused() -> None:
    for damaged in (BEFORE[:-1], BEFORE + b"x", b"", bytes(16)):
        with pytest.raises(ValueError, match="no frame"):
            payload_layer(BEFORE, 0).read(damaged)


@pytest.mark.parametrize("new", ["ole", "a much longer text", "", "é"])
def test_the_file_holds_the_new_frame_and_all_others(new: str) -> None:
    written = recorded(BEFORE + event("chunk", b'{"a": "hi"}') + AFTER, TYPE)
    found = cassette(written)
    made = found.interactions[0].response.body
    assert made.data is not None
    layer = list(made.events() or ())[1].layer(made.data)
    after = edit_document(found.document, [LayerEdit(layer, Edit(Span(7, 9), new))])
    again = body_of(after.value)
    assert again.data is not None
    payloads = [payload for _, payload in read(again.data.value)]
    assert payloads == [b"{}", f'{{"a": "{new}"}}'.encode(), b"[]"]
    assert after.value.split("!!binary")[0] == written.split("!!binary")[0]
    assert after.value.endswith(written[written.index("    headers:") :])


def test_what_a_charset_lacks_is_refused() -> None:
    data = event("chunk", b"\xff")
    (found,) = parse_frames(data)
    with pytest.raises(RefusedError):
        found.layer(bytes_layer(data)).lower([Edit(Span(0, 1), "漢")])
