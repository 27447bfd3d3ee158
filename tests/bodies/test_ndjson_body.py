"""JSON lines: an event a line, wherever lines end and whatever stands in them."""

from __future__ import annotations

import pytest
from handmade import body
from hypothesis import given
from hypothesis import strategies as st
from support import growth, text_layer

TYPES = ["application/x-ndjson", "application/jsonl; charset=utf-8", "application/stream+json"]
Lines = list[tuple[str, bool]]

LINES: dict[str, Lines] = {
    '{"a":1}\n{"b":2}\n': [('{"a":1}', True), ('{"b":2}', True)],
    '{"a":1}\r\n{"b":2}\r\n': [('{"a":1}', True), ('{"b":2}', True)],
    '{"a":1}\r{"b":2}\r': [('{"a":1}', True), ('{"b":2}', True)],
    '{"a":1}\n{"b":2}': [('{"a":1}', True), ('{"b":2}', False)],
    '{"a":1}\n\n \t\n\r\n{"b":2}\n\n': [('{"a":1}', True), ('{"b":2}', True)],
    '{"a":1}\n{"b"': [('{"a":1}', True), ('{"b"', False)],
    '{"a":1}\noops\n{"b":2}\n': [('{"a":1}', True), ("oops", True), ('{"b":2}', True)],
    '  {"a":1} \n': [('{"a":1} ', True)],
    '{"a":"\u2028\x85"}\n': [('{"a":"\u2028\x85"}', True)],
    "1\nnull\n": [("1", True), ("null", True)],
    "hello": [("hello", False)],
}


@pytest.mark.parametrize("content_type", TYPES)
@pytest.mark.parametrize("text", LINES)
def test_lines_are_events(text: str, content_type: str) -> None:
    made = body(text, content_type)
    events = made.events() or ()
    assert made.kind == "ndjson"
    assert [(event.data, event.terminated) for event in events] == LINES[text]
    assert [event.index for event in events] == list(range(len(events)))
    for event in events:
        assert text[slice(*event.span)] == event.data
        assert event.size == len((event.data or "").encode())


def test_blank_lines_alone_are_no_events() -> None:
    assert body(" \n\n", TYPES[0]).events() == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [('{"a":1}\n{"b":2}\n', "ndjson"), ("[1]\n[2]\n[3]\noops\n", "ndjson"),
     ("{}\r\n\r\n{}", "ndjson"),
     ('{"a":1}\n', "json"), ('{\n"a":1}\n', "json"), ("[\n[1],\n[2]\n]", "json"),
     ('{"a":1}\noops', "json"), ("1\n2\n", "json")],
)  # fmt: skip
def test_lines_of_objects_are_known_without_their_type(text: str, kind: str) -> None:
    assert body(text, "application/json").kind == kind
    assert (body(text).kind == "ndjson") == (kind == "ndjson")


@pytest.mark.parametrize("content_type", TYPES)
def test_one_object_over_several_lines_is_json_whatever_is_claimed(content_type: str) -> None:
    made = body('{\n  "error": "no"\n}\n', content_type)
    assert (made.kind, made.events()) == ("json", None)


@given(st.lists(st.text("ab{}é \t\r\n", max_size=9)).map("\n".join))
def test_all_but_blanks_is_in_some_line(text: str) -> None:
    layer = text_layer(text)
    made = body(text, TYPES[0])
    found = "".join(event.layer(layer).value for event in made.events() or ())
    assert "".join(found.split()) == "".join(text.split())


@pytest.mark.parametrize("blank", [" ", "\n", "\r", "\t\n", " \n\n"])
def test_blanks_cost_in_proportion(blank: str) -> None:
    def look(size: int) -> None:
        assert len(body("{}\n" + blank * size + "\n{}" + blank * size).events() or ()) == 2

    assert growth(look, 20_000) < 9
