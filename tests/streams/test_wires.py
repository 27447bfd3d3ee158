"""However a stream is written on its wire, and wherever it is cut off, it reads as what it says."""

from __future__ import annotations

import json

import pytest
from chatting import Call, Said, read, told
from hypothesis import given, settings
from hypothesis import strategies as st
from speakers import BY_NAME, SPEAKERS, Speaker
from support import message
from test_every_protocol import SAID, WHOLE, check, expected
from wires import TYPES, Event, block, drawn, every, recorded, wire

from cassette_cli.bodies.decode import decode_body
from cassette_cli.model.stream import Stream
from cassette_cli.streams.protocol import read_stream

each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)


def stored(body: bytes, content_type: str) -> Stream:
    """The stream of a body, without the file around it."""
    made = message(body, content_type)
    made.read_body = decode_body
    found = read_stream(made)
    assert found is not None
    return found


SSE = [one for one in SPEAKERS if one.kind == "sse"]
NDJSON = [one for one in SPEAKERS if one.kind == "ndjson"]
SMALL = Said("é😀", "I", (Call("c1", "f", '{"a":1}'),))
NEWLINES = ("\n", "\r\n", "\r")
BETWEEN = (
    ": note\n\n", ":\n", "id: 7\n", "retry: 10\n", "x-unknown: a: b\n", "unknown\n", "\n\n",
    ": \u2028\u2029\u0085\n", "id: é\u2028\n", "event: message\n\n",
)  # fmt: skip


@pytest.mark.parametrize("speaker", SSE, ids=lambda one: one.name)
@settings(max_examples=8)
@given(st.data(), SAID)
def test_lines_end_and_are_filled_in_any_way(
    speaker: Speaker, data: st.DataObject, said: Said
) -> None:
    said = speaker.can_say(said)
    body = data.draw(st.sampled_from(["", "\ufeff"]))
    for event in speaker.say(drawn(data.draw), said):
        between = data.draw(st.lists(st.sampled_from(BETWEEN), max_size=2))
        body += "".join(between) + block(event)
    mixed = "".join(data.draw(st.sampled_from(NEWLINES)) if char == "\n" else char for char in body)
    # A carriage return before a line feed is one end of a line.
    for newline in (*NEWLINES, mixed if "\r\n" not in mixed else None):
        text = newline if newline == mixed else body.replace("\n", newline or "\n")
        found = read(recorded(text, TYPES["sse"]))
        assert told(found.message) == expected(speaker, said)
        assert found.complete
        assert {one.rule for one in found.problems} == set()


@pytest.mark.parametrize("speaker", SSE, ids=lambda one: one.name)
def test_data_may_span_lines_wherever_json_has_blanks(speaker: Speaker) -> None:
    said = speaker.can_say(WHOLE)
    body = ""
    for event in speaker.say(every(5), said):
        lines = event.text
        if not isinstance(event.data, str):
            lines = json.dumps(event.data, indent=1).replace("\n", "\ndata:")
        body += block(Event(lines, event.name))
    found = read(recorded(body, TYPES["sse"]))
    assert (told(found.message).text, found.complete) == (said.text, True)


@pytest.mark.parametrize("speaker", NDJSON, ids=lambda one: one.name)
def test_lines_of_json_end_in_any_way(speaker: Speaker) -> None:
    said = speaker.can_say(WHOLE)
    body = wire("ndjson", speaker.say(every(4), said)).decode()
    for text in (body, body.replace("\n", "\r\n"), body.replace("\n", "\n\n"), body[:-1]):
        check(speaker, said, read(recorded(text, TYPES["ndjson"])))
        check(speaker, said, read(recorded(text)))


@each
def test_a_body_cut_at_any_byte_holds_a_part_of_the_message(speaker: Speaker) -> None:
    said = speaker.can_say(SMALL)
    events = speaker.say(every(20), said)
    body = wire(speaker.kind, events)
    if speaker.kind == "json":
        return
    ends = len(body) - len(wire(speaker.kind, events[-1:]))
    for size in range(len(wire(speaker.kind, events[:1])), len(body)):
        if speaker.name == "mcp" and size == ends:
            continue  # a client may stop to listen between two notifications
        found = stored(body[:size], TYPES[speaker.kind])
        assert said.text.startswith(found.message.text.value)
        assert said.reasoning.startswith(found.message.reasoning.value)
        for call, meant in zip(found.message.tool_calls, said.calls, strict=False):
            assert speaker.objects or meant.arguments.startswith(call.arguments.value)
        rules = {one.rule for one in found.problems}
        if speaker.name == "agent":
            continue
        if size < ends:
            assert not found.complete
            assert rules & {"truncated-stream", "missing-terminator"}
        assert found.complete or rules


@pytest.mark.parametrize("name", ["agent", "converse", "invoke"])
def test_a_frame_that_is_cut_is_a_problem_at_its_place(name: str) -> None:
    speaker = BY_NAME[name]
    said = speaker.can_say(WHOLE)
    body = wire("frames", speaker.say(every(9), said))
    for size in (len(body) - 1, len(body) - 20, len(body) - 60):
        found = read(recorded(body[:size], TYPES["frames"]))
        rules = [one.rule for one in found.problems]
        assert "damaged-frame" in rules
        assert not found.complete


@each
def test_one_event_is_not_enough(speaker: Speaker) -> None:
    events = speaker.say(every(9), speaker.can_say(WHOLE))
    if speaker.kind in ("json", "ndjson") or speaker.name in ("agent", "mcp"):
        return
    found = read(recorded(wire(speaker.kind, events[:2]), TYPES[speaker.kind]))
    assert not found.complete
    assert [one.rule for one in found.problems] == ["truncated-stream"]


def test_bytes_cut_within_a_character_are_still_text() -> None:
    body = 'data: {"choices":[{"delta":{"content":"Olá 😀"}}]}\n\n'.encode()
    end = body.index("😀".encode())
    for kind in ("text/event-stream", "text/event-stream; charset=utf-8"):
        for size in range(end, end + 5):
            found = decode_body(message(body[:size], kind))
            assert found.text is not None
            assert found.text.value.encode() == body[: size if size == end + 4 else end]
            assert (found.kind, found.size, found.problem) == ("sse", size, None)
    latin = decode_body(message(b'["caf\xe9', "application/json; charset=iso-8859-1")).text
    assert latin is not None
    assert latin.value == '["café'
    assert decode_body(message(b"caf\xe9", "text/plain")).text is None
    assert decode_body(message(b'"\xc3" \xc3', "application/json")).text is None
