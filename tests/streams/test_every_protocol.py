"""Whatever way a message is cut into the events of a protocol, it joins to what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from chatting import Call, Said, read, told
from hypothesis import given, settings
from hypothesis import strategies as st
from speakers import FINISHES, SPEAKERS, Speaker, canonical
from wires import TYPES, Cut, cassette_of, drawn, every, recorded, wire

from cassette_cli.model.stream import Stream

WORDS = st.text(
    st.sampled_from("ab \"\\/{}:,\n\r\té\u2028\u2029\u0085\ufeff😀\x7f\0[DONE]data: #'"), max_size=9
)
NAMES = st.text("abc_0", min_size=1, max_size=4)
VALUES = st.dictionaries(
    WORDS, st.one_of(WORDS, st.integers(-9, 9), st.none(), st.lists(WORDS, max_size=2)), max_size=3
)
CALLS = st.lists(
    st.builds(Call, NAMES, NAMES, VALUES.map(canonical)), max_size=3, unique_by=lambda one: one.id
).map(tuple)
SAID = st.builds(Said, WORDS, WORDS, CALLS, st.sampled_from(["stop", "length", "tool_calls"]))
each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)
WHOLE = Said(
    "Hello, wörld 😀!", "First, I think.",
    (Call("c1", "find", '{"a":"x/y","b":[1,true]}'), Call("c2", "go", "{}")), "stop",
)  # fmt: skip


def expected(speaker: Speaker, said: Said) -> Any:
    return speaker.means(replace(said, finish=FINISHES.get(speaker.name, said.finish)))


def heard(speaker: Speaker, said: Said, cut: Cut) -> Stream:
    return read(cassette_of(speaker.kind, speaker.say(cut, said)))


def check(speaker: Speaker, said: Said, found: Stream) -> None:
    assert found.protocol == speaker.protocol
    assert told(found.message) == expected(speaker, said)
    assert found.message.usage == speaker.usage
    assert found.complete
    assert [one.rule for one in found.problems] == []


@each
def test_a_plain_message_is_read_in_whole(speaker: Speaker) -> None:
    for size in (1, 4, 1000):
        said = speaker.can_say(WHOLE)
        check(speaker, said, heard(speaker, said, every(size)))


@each
@settings(max_examples=25)
@given(st.data(), SAID)
def test_any_message_cut_anywhere_joins_to_itself(
    speaker: Speaker, data: st.DataObject, said: Said
) -> None:
    said = speaker.can_say(said)
    if speaker.name == "agent" and not said.text:
        return
    check(speaker, said, heard(speaker, said, drawn(data.draw)))


@each
@settings(max_examples=10)
@given(st.data(), SAID)
def test_arguments_that_are_no_json_are_kept_and_noted(
    speaker: Speaker, data: st.DataObject, said: Said
) -> None:
    if speaker.objects or "calls" in speaker.leaves_out:
        return
    said = speaker.can_say(replace(said, calls=(Call("c", "f", "{" + said.text),)))
    found = heard(speaker, said, drawn(data.draw))
    assert told(found.message) == expected(speaker, said)
    assert [one.rule for one in found.problems] in ([], ["invalid-tool-arguments"])
    assert found.problems or said.calls[0].arguments == "{}"


@each
def test_the_body_says_what_it_is_without_a_type(speaker: Speaker) -> None:
    said = speaker.can_say(WHOLE)
    body = wire(speaker.kind, speaker.say(every(4), said))
    for stored in (body, body if speaker.kind == "frames" else body.decode()):
        check(speaker, said, read(recorded(stored)))
        check(speaker, said, read(recorded(stored, TYPES[speaker.kind])))
