"""A message cut into deltas in whatever way joins to itself, and each character knows its place."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from chatting import (
    CHUNK,
    DONE,
    Call,
    Json,
    Said,
    base64ed,
    deltas,
    go_vcr,
    meant,
    read,
    shuffled,
    sse,
    stream_of,
    told,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cassette

from cassette_cli.source.joined import Joined
from cassette_cli.source.layer import Place
from cassette_cli.source.place import file_spans, locate
from cassette_cli.source.spans import Span

WORDS = st.text(
    st.sampled_from("ab \"\\/{}:,\n\r\té\u2028\u0085\ufeff😀\x7f\0[DONE]data: #'"), max_size=12
)
IDS = st.text("abc_0", min_size=1, max_size=4)
CALLS = st.lists(st.builds(Call, IDS, IDS, WORDS), max_size=3, unique_by=lambda call: call.id)
SAID = st.builds(
    Said, WORDS, WORDS, CALLS.map(tuple), st.sampled_from(["stop", "length", "tool_calls"])
)
STYLES = ('"', "'", "|")
NEWLINES = ("\n", "\r\n", "\r")


def ended(found: list[Json], said: Said, at: int) -> list[Json]:
    """The choices of a message's chunks, with the finish reason last."""
    choices = [{"index": at, "delta": delta, "finish_reason": None} for delta in found]
    return [*choices, {"index": at, "delta": {}, "finish_reason": said.finish}]


@given(st.data(), SAID, st.sampled_from(NEWLINES), st.booleans())
def test_a_message_joins_to_itself(
    data: st.DataObject, said: Said, newline: str, stored_as_base64: bool
) -> None:
    cut, said = deltas(data.draw, said)
    chunks = [{"object": CHUNK, "choices": [choice]} for choice in ended(cut, said, 0)]
    body = sse(chunks, newline=newline)
    found = read(base64ed(body) if stored_as_base64 else go_vcr(body, width=data.draw(WIDTHS)))
    assert told(found.message) == meant(said)
    assert (found.events, found.chunks) == (len(chunks) + 1, len(chunks))
    assert found.complete
    assert {one.rule for one in found.problems} <= {"invalid-tool-arguments"}


WIDTHS = st.sampled_from([80, 20, 10**9])


@given(st.data(), st.lists(SAID, min_size=2, max_size=3))
def test_several_choices_are_kept_apart(data: st.DataObject, several: list[Said]) -> None:
    queues, meanings = [], []
    for at, said in enumerate(several):
        cut, said = deltas(data.draw, said)
        queues.append(ended(cut, said, at))
        meanings.append(meant(said))
    choices = shuffled(data.draw, queues)
    found = read(go_vcr(sse(packed(data.draw(st.integers(1, 3)), choices))))
    assert [told(choice) for choice in found.choices] == meanings
    assert found.message is found.choices[0]


def packed(most: int, choices: list[Json]) -> list[Json]:
    """Chunks of up to so many choices, none of which stands twice in a chunk."""
    chunks: list[list[Json]] = []
    for choice in choices:
        last = chunks[-1] if chunks else None
        if last and len(last) < most and choice["index"] not in [one["index"] for one in last]:
            last.append(choice)
        else:
            chunks.append([choice])
    return [{"object": CHUNK, "choices": one} for one in chunks]


@given(st.data(), SAID)
def test_deltas_that_come_together_join_as_well(data: st.DataObject, said: Said) -> None:
    cut, said = deltas(data.draw, said)
    merged: list[Json] = []
    for delta in cut:
        if merged and not set(delta) & set(merged[-1]) and data.draw(st.booleans()):
            merged[-1] |= delta
        elif merged and set(delta) == set(merged[-1]) == {"tool_calls"}:
            merged[-1] = {"tool_calls": merged[-1]["tool_calls"] + delta["tool_calls"]}
        else:
            merged.append(dict(delta))
    chunks = [{"object": CHUNK, "choices": [choice]} for choice in ended(merged, said, 0)]
    assert told(read(go_vcr(sse(chunks))).message) == meant(said)


UNIQUE = [chr(0x4E00 + at) for at in range(60)]
"""Each stands once in a message, so that what stands at a place tells which character it is."""


def escaped(draw: Any, chunk: Json) -> str:
    """A chunk as JSON in which some characters are written as escapes."""
    text = json.dumps(chunk, ensure_ascii=False)
    return re.sub("[一-龥]", lambda one: draw(st.sampled_from([one[0], code(one[0])])), text)


def code(char: str) -> str:
    return f"\\u{ord(char):04x}"


def spelled(text: str) -> str:
    """The character that a piece of a file spells: itself, or its code, wherever lines break."""
    bare = re.sub(r"[\\\s]", "", text)
    return chr(int(bare[1:], 16)) if bare.startswith("u") else bare


@settings(max_examples=25)
@given(st.data())
@pytest.mark.parametrize("unicode", [True, False], ids=["raw", "escaped"])
@pytest.mark.parametrize("style", STYLES)
def test_every_character_leads_to_its_exact_place(
    style: str, unicode: bool, data: st.DataObject
) -> None:
    said = Said(
        "".join(UNIQUE[:8]), "".join(UNIQUE[8:16]), (Call("a", "b", "".join(UNIQUE[16:24])),)
    )
    cut, said = deltas(data.draw, said)
    events = [
        f"data: {escaped(data.draw, {'object': CHUNK, 'choices': [choice]})}\n\n"
        for choice in ended(cut, said, 0)
    ]
    text = go_vcr("".join(events) + DONE, style, allow_unicode=unicode, width=data.draw(WIDTHS))
    loaded = cassette(text)
    message = stream_of(loaded).message
    assert told(message) == meant(said)
    for joined in (message.text, message.reasoning, message.tool_calls[0].arguments):
        places = [file_spans(Place(joined, Span(at, at + 1))) for at in range(len(joined.value))]
        assert [[spelled(text[a:b]) for a, b in spans] for spans in places] == [
            [char] for char in joined.value
        ]
        start = data.draw(st.integers(0, len(joined.value) - 1))
        end = data.draw(st.integers(start + 1, len(joined.value)))
        check_range(joined, Span(start, end), [spans[0] for spans in places])


def check_range(joined: Joined, wanted: Span, each: list[Span]) -> None:
    """A range leads to one span for each delta that it touches, from first to last character."""
    expected, at = [], 0
    for piece, _ in joined.parts:
        low, high = max(at, wanted.start), min(at + len(piece), wanted.end)
        if low < high:
            expected.append(Span(each[low].start, each[high - 1].end))
        at += len(piece)
    assert file_spans(Place(joined, wanted)) == expected


def test_a_place_is_told_with_its_event_and_route() -> None:
    chunks = [{"object": CHUNK, "choices": [{"delta": {"content": text}}]} for text in ("ab", "cd")]
    loaded = cassette(go_vcr(": note\n\n" + sse(chunks), "|"))
    found = locate(loaded.document, Place(stream_of(loaded).message.text, Span(3, 4)))
    assert (found.pointer, found.record) == ("/interactions/0/response/body", 1)
    assert found.body_route == ("choices", 0, "delta", "content")
    assert [loaded.document.value[a:b] for a, b in found.spans] == ["d"]
