"""AWS's event-stream frames: read whole, damaged and cut, and shown as the rows of a table."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from struct import pack

import pytest
from handmade import body, event, frame, header, text_header
from hypothesis import given
from hypothesis import strategies as st
from recorded import recorded, show
from support import bytes_layer, growth

from cassette_cli.bodies.eventstream import Frame, parse_frames
from cassette_cli.model.event import DAMAGE

TYPE = "application/vnd.amazon.eventstream"
EVERY_KIND = b"".join(
    (
        header("yes", 0, b""), header("no", 1, b""), header("byte", 2, b"\x07"),
        header("short", 3, b"\0\x07"), header("int", 4, b"\0\0\0\x07"),
        header("long", 5, bytes(8)), header("bytes", 6, b"\0\x03a:b"),
        text_header("first", "é"), header("time", 8, bytes(8)), header("uuid", 9, bytes(16)),
        text_header(":event-type", "last"),
    )
)  # fmt: skip
ONE, TWO = event("chunk", b'{"a": 1}'), event("metadata", '{"é": 2}'.encode())


def frames(data: bytes) -> list[Frame]:
    return list(parse_frames(data))


def test_a_frame_is_its_type_and_its_payload() -> None:
    (found,) = frames(ONE)
    assert (found.name, found.data, found.size, found.index) == ("chunk", '{"a": 1}', 8, 0)
    assert (found.span, found.terminated, found.asides) == ((0, len(ONE)), True, ())
    assert found.headers[":content-type"] == "application/json"


def test_frames_stand_back_to_back() -> None:
    found = frames(ONE + TWO + ONE)
    assert [one.name for one in found] == ["chunk", "metadata", "chunk"]
    assert [one.data for one in found] == ['{"a": 1}', '{"é": 2}', '{"a": 1}']
    assert [one.index for one in found] == [0, 1, 2]
    assert found[1].size == 9
    assert found[1].span == (len(ONE), len(ONE + TWO))


def test_headers_of_every_kind_are_stepped_over() -> None:
    (found,) = frames(frame(EVERY_KIND, b"x"))
    assert found.headers == {"first": "é", ":event-type": "last"}
    assert (found.data, found.problem) == ("x", None)


@pytest.mark.parametrize(
    ("headers", "name"),
    [(text_header(":exception-type", "throttlingException"), "throttlingException"),
     (text_header(":error-code", "500"), "500"), (b"", None),
     (text_header(":event-type", "a") + text_header(":exception-type", "b"), "a"),
     (header("x", 99, b"\0\1a") + text_header(":event-type", "a"), "a"),
     (header("x", 7, b"\xff\xff"), None), (b"\xff", None), (b"\0", None)],
)  # fmt: skip
def test_a_frame_is_named_as_far_as_its_headers_can_be_read(headers: bytes, name: str) -> None:
    (found,) = frames(frame(headers, b"{}"))
    assert (found.name, found.data, found.problem) == (name, "{}", None)


def test_a_payload_that_is_no_text_has_a_size_alone() -> None:
    (found,) = frames(event("chunk", b"\xff\0"))
    assert (found.data, found.size) == (None, 2)
    assert found.layer(bytes_layer(event("chunk", b"\xff\0"))).value == "ÿ\0"


LENGTHS, WHOLE = "the check sum of its lengths is wrong", "its check sum is wrong"


def test_a_wrong_check_sum_is_said_and_the_frame_kept() -> None:
    for at in range(8, len(ONE)):
        damaged = ONE[:at] + bytes((ONE[at] ^ 1,)) + ONE[at + 1 :]
        first, second = frames(damaged + TWO)
        assert first.problem == (LENGTHS if at < 12 else WHOLE), at
        assert (first.index, second.index, second.problem) == (0, 1, None)
        (aside,) = first.asides
        assert (aside.name, aside.value, aside.span) == (DAMAGE, first.problem, first.span)


def test_a_wrong_length_ends_the_stream() -> None:
    for total in (0, 15, len(ONE) - 30, len(ONE + TWO) + 1, 2**32 - 1):
        found = frames(pack(">I", total) + ONE[4:] + TWO)
        assert found[0].problem in ("it is cut off, or no frame", LENGTHS)
        assert found[-1].span.end == len(ONE + TWO)
    assert frames(ONE[:4] + pack(">I", len(ONE)) + ONE[8:])[0].index is None


def test_a_stream_cut_at_any_byte_keeps_the_frames_before() -> None:
    for end in range(len(ONE) + 1, len(ONE + TWO)):
        whole, rest = frames((ONE + TWO)[:end])
        assert (whole.data, whole.problem) == ('{"a": 1}', None)
        assert (rest.index, rest.data, rest.problem) == (None, "", "it is cut off, or no frame")
        assert not rest.terminated
        assert rest.span == (len(ONE), end)
    assert [one.index for one in frames(ONE[:-1])] == [None]


def test_only_a_frame_that_is_right_proves_itself() -> None:
    assert body(ONE).kind == "eventstream"
    assert body(ONE[:-1]).kind == "binary"
    assert body(ONE[:-1] + b"\xff").kind == "binary"
    assert body(ONE[:-1] + b"\xff", TYPE).kind == "eventstream"


@given(st.binary(max_size=60), st.lists(st.sampled_from([ONE, TWO, ONE[:20]]), max_size=4))
def test_any_bytes_are_tiled_by_frames(damage: bytes, parts: list[bytes]) -> None:
    data = b"".join(parts) + damage
    found = frames(data)
    spans = [(0, 0), *(one.span for one in found)]
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert spans[-1][1] == len(data)


def table(folder: Path, data: bytes) -> list[list[str]]:
    """The rows of the chunk table, cell by cell."""
    lines = show(folder, recorded(data, TYPE), "-i", "0", "--chunks")
    return [re.split(r"\s{2,}", line.strip()) for line in lines]


def test_the_table_shows_every_frame_and_what_is_wrong(tmp_path: Path) -> None:
    broken = TWO[:-1] + bytes((TWO[-1] ^ 1,))
    failed = frame(text_header(":exception-type", "throttling"), b"slow down")
    found = table(tmp_path, ONE + broken + failed + event("raw", b"\xff\0") + TWO[:30])
    assert found[0] == ["#", "chunk", "event", "carries", "text", "bytes", "line"]
    line = found[1][-1]
    assert found[1:] == [
        ["0", "0", "chunk", "other", '{"a": 1}', "8", line],
        ["1", "error", "its check sum is wrong", "0", found[2][-1]],
        ["2", "1", "metadata", "other", '{"é": 2}', "9", found[3][-1]],
        ["3", "throttling", "error", "slow down", "9", found[4][-1]],
        ["4", "2", "raw", "other", "2", found[5][-1]],
        ["5", "error", "it is cut off, or no frame", "0", found[6][-1]],
    ]
    lines = [int(row[-1]) for row in found[1:]]
    assert lines == sorted(lines)
    assert lines[0] == 6


def test_many_frames_cost_in_proportion() -> None:
    assert growth(lambda size: frames(ONE * size), 2_000) < 9
