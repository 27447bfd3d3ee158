"""Server-sent events, one case for each sentence of section 9.2.6 of the WHATWG HTML standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import growth, seconds

from cassette_cli.bodies.reader import Content
from cassette_cli.bodies.sse import BODY, Event, parse_events
from cassette_cli.model.bid import Bid

CASES: dict[str, list[str | None]] = {
    "": [],
    "\n\n\n": [],
    "data: a\n\n": ["a"],
    "data: a\r\n\r\n": ["a"],
    "data: a\r\r": ["a"],
    "data: a\r\n\ndata: b\n\rdata: c\r\r\n": ["a", "b", "c"],
    "data: a\n\n\n\n\ndata: b\n\n": ["a", "b"],
    "\ufeffdata: a\n\n": ["a"],
    "\ufeff\ufeffdata: a\n\n": [None],
    "data: a\n\n\ufeffdata: b\n\n": ["a", None],
    "data:a\n\n": ["a"],
    "data:  a\n\n": [" a"],
    "data:\ta\n\n": ["\ta"],
    "data: a \n\n": ["a "],
    "data\n\n": [""],
    "data:\n\n": [""],
    "data: \n\n": [""],
    "data\ndata\n\n": ["\n"],
    "data:\ndata: a\n\n": ["\na"],
    "data: a\ndata: b\ndata: c\n\n": ["a\nb\nc"],
    "data: a\nid: 1\n: note\ndata: b\n\n": ["a\nb"],
    "data: {\ndata: \"a\": 1\ndata: }\n\n": ['{\n"a": 1\n}'],
    "data: a: b\n\n": ["a: b"],
    "data: a\u2028b\u2029c\x85d\x0be\x0cf\n\n": ["a\u2028b\u2029c\x85d\x0be\x0cf"],
    ": only a comment\n\n": [None],
    ":\n\n": [None],
    "event: x\n\n": [None],
    "id: 1\n\n": [None],
    "event: x\n\ndata: a\n\n": [None, "a"],
    "Data: a\n\n": [None],
    " data: a\n\n": [None],
    "data : a\n\n": [None],
    "nothing known: a\n\n": [None],
    "nothing known\n\n": [None],
    "data: a": ["a"],
    "data: a\n": ["a"],
    "data: a\n\ndata: b\n": ["a", "b"],
    "data: a\n\n: bye": ["a", None],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_events_are_dispatched_as_the_standard_says(text: str) -> None:
    events = parse_events(text)
    assert [event.data for event in events] == CASES[text]
    dispatched = [event.index for event in events if event.data is not None]
    assert dispatched == list(range(len(dispatched)))
    assert all((event.index is None) == (event.data is None) for event in events)


def only(text: str) -> Event:
    (event,) = parse_events(text)
    return event


@pytest.mark.parametrize(
    ("lines", "name"),
    [("event: x", "x"), ("event:x", "x"), ("event:  x", " x"), ("event", None), ("event:", None),
     ("event: x\nevent: y", "y"), ("event: x\nevent:", None), ("Event: x", None)],
)  # fmt: skip
def test_the_last_event_field_names_the_event(lines: str, name: str | None) -> None:
    assert only(f"{lines}\ndata: a\n\n").name == name


def test_the_name_is_forgotten_after_each_blank_line() -> None:
    assert [event.name for event in parse_events("event: x\ndata: a\n\ndata: b\n\n")] == ["x", None]
    assert [event.name for event in parse_events("event: x\n\ndata: b\n\n")] == ["x", None]


@pytest.mark.parametrize(
    ("line", "found"),
    [("id: 1", "1"), ("id:1", "1"), ("id", ""), ("id: a\0b", None), ("id: a\0b\nid: 2", "2")],
)
def test_an_id_with_a_nul_is_ignored(line: str, found: str | None) -> None:
    assert only(f"{line}\ndata: a\n\n").id == found


@pytest.mark.parametrize(
    ("line", "found"),
    [("retry: 10", 10), ("retry:0", 0), ("retry: -1", None), ("retry: 1.5", None), ("retry", None),
     ("retry: ١", None), ("retry: ²", None), ("retry: 1 ", None), (f"retry: {'9' * 9999}", None)],
)  # fmt: skip
def test_retry_is_ascii_digits_only(line: str, found: int | None) -> None:
    assert only(f"{line}\ndata: a\n\n").retry == found


def test_a_last_event_without_blank_line_is_kept_and_marked() -> None:
    assert [event.terminated for event in parse_events("data: a\n\ndata: b\n")] == [True, False]
    assert [event.terminated for event in parse_events("data: a\n\n")] == [True]


@given(st.text(alphabet='dataevntidry: \n\r\ufeff\0\u2028é😀{}"', max_size=60))
def test_lines_stand_where_they_say_and_lose_nothing(text: str) -> None:
    at = 1 if text.startswith("\ufeff") else 0
    for event in parse_events(text):
        assert event.span.start >= at
        for line in event.lines:
            start, end = line.span
            assert set(text[at:start]) <= {"\r", "\n"}
            assert text[start:end].startswith(line.name)
            assert text[line.value_start : end] == line.value
            at = end
    assert set(text[at:]) <= {"\r", "\n"}


@given(st.text(alphabet="data: \n\r", max_size=40))
def test_events_are_what_a_plain_reading_of_the_standard_gives(text: str) -> None:
    found = [
        event.data for event in parse_events(text) if event.terminated and event.data is not None
    ]
    assert found == plainly(text)


def plainly(text: str) -> list[str]:
    """The standard's algorithm, word for word, on terminated events."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    buffer, found = "", []
    for line in lines[:-1]:
        name, _, value = line.partition(":")
        if not line:
            found += [buffer[:-1]] if buffer else []
            buffer = ""
        elif name == "data":
            buffer += value.removeprefix(" ") + "\n"
    return found


def test_five_thousand_events_take_no_time() -> None:
    text = f'data: {{"a": "{"x" * 200}"}}\n\n' * 5_000
    assert seconds(lambda: parse_events(text)) < 0.2
    assert growth(lambda size: parse_events("data: a\n\n" * size), 3_000) < 8
    assert growth(lambda size: parse_events("data: a\n" * size), 3_000) < 8


@pytest.mark.parametrize(
    ("text", "media_type", "bid"),
    [
        ("data: a\n\n", "text/event-stream", Bid.SURE),
        (": hi\n\ndata: a\n\n", "text/event-stream", Bid.SURE),
        ("", "text/event-stream", Bid.SURE),
        ('{"error": {}}', "text/event-stream", Bid.NO),
        ("<html>", "text/event-stream", Bid.NO),
        ("data: a\n\n", "", Bid.PROVEN),
        ("event: x\r\ndata: a\r\n\r\n", "", Bid.PROVEN),
        ("id: 1\rdata: a\r\r", "", Bid.PROVEN),
        ("\ufeff: hi\n\nretry: 3\n\ndata: a\n\n", "text/plain", Bid.PROVEN),
        ("data: a", "", Bid.NO),
        ("data: all that we know\nis this", "", Bid.NO),
        ("data:image/png;base64,AAAA", "text/plain", Bid.NO),
        ("data: a\r\nb: c\r\n", "", Bid.NO),
        ("metadata: a\n\n", "", Bid.NO),
        ("dear all,\n\ndata: a", "", Bid.NO),
    ],
)
def test_it_is_recognised_by_type_or_start(text: str, media_type: str, bid: Bid) -> None:
    assert BODY.bid(Content(text, None, media_type)).bid is bid


@pytest.mark.parametrize("line", ["id: 1\n", "event: x\r\n", "\r\n", ": c\n", "retry:\r"])
def test_recognising_never_takes_long(line: str) -> None:
    assert seconds(lambda: BODY.bid(Content(line * 9_000 + "x", None))) < 0.2
