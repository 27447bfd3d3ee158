"""Several choices in one stream, however their chunks are shuffled, and odd but harmless chunks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from chatting import Json, Said, Told, read, shuffled, told
from hypothesis import given, settings
from hypothesis import strategies as st
from speakers import BY_NAME
from speaking_others import gemini
from support import cassette
from test_every_protocol import SAID
from wires import Cut, Event, cassette_of, drawn, every, packed

from cassette_cli.source.layer import Place
from cassette_cli.source.place import file_spans
from cassette_cli.source.spans import Span

HOLDERS = {"chat": "choices", "completions": "choices", "gemini": "candidates"}


def renumbered(name: str, events: list[Event], number: int) -> list[Event]:
    """The events of one choice as those of another."""
    found = []
    for event in events:
        if isinstance(event.data, str):
            continue
        held = [one | {"index": number} for one in event.data[HOLDERS[name]]]
        found.append(Event(event.data | {HOLDERS[name]: held}))
    return found


@pytest.mark.parametrize("name", HOLDERS)
@settings(max_examples=20)
@given(st.data(), st.lists(SAID, min_size=2, max_size=3))
def test_each_choice_joins_to_itself(name: str, data: st.DataObject, several: list[Said]) -> None:
    speaker, cut = BY_NAME[name], drawn(data.draw)
    meant = [speaker.can_say(said) for said in several]
    queues = [renumbered(name, speaker.say(cut, said), at) for at, said in enumerate(meant)]
    events = shuffled(data.draw, queues)
    if name != "gemini":
        events.append(Event("[DONE]"))
    found = read(cassette_of(speaker.kind, events))
    assert [told(one) for one in found.choices] == [speaker.means(said) for said in meant]
    assert (found.complete, found.problems) == (True, ())


def test_candidates_without_a_number_are_told_by_their_order() -> None:
    def candidate(text: str) -> Json:
        return {"content": {"parts": [{"text": text}]}, "finishReason": "STOP"}

    found = read(cassette_of("sse", [Event({"candidates": [candidate("a"), candidate("b")]})]))
    assert [one.text.value for one in found.choices] == ["a", "b"]


def odd(kind: str, *events: Any) -> Told:
    """What is read of some events."""
    made = [Event(data, name) for name, data in events]
    return told(read(cassette_of(kind, made)).message)


def test_a_tool_that_begins_with_its_input_knows_where_it_stands() -> None:
    start = {"start": {"toolUse": {"toolUseId": "a", "name": "f", "input": '{"x":1}'}}}
    for kind in ("converse", "nova"):
        event = Event({"contentBlockIndex": 0} | start, "contentBlockStart")
        events = [Event({"role": "assistant"}, "messageStart"), event]
        if kind == "nova":
            events = [packed(Event({one.name or "": one.data})) for one in events]
        (call,) = read(cassette_of("frames", events)).message.tool_calls
        assert call.arguments.value == '{"x":1}'
        assert file_spans(Place(call.arguments, Span(0, 7)))


def test_a_chunk_of_nova_may_hold_two_events() -> None:
    both = {"messageStop": {"stopReason": "end_turn"}, "metadata": {"usage": {"inputTokens": 1}}}
    delta = {"contentBlockDelta": {"contentBlockIndex": 0, "delta": {"text": "a"}}}
    found = read(cassette_of("frames", [packed(Event(one)) for one in (delta, both)]))
    assert (found.message.finish, found.message.usage) == ("end_turn", {"inputTokens": 1})
    assert found.complete


def test_an_interaction_without_a_status_is_not_finished() -> None:
    said = ("interaction.created", {"event_type": "interaction.created", "interaction": {
        "usage": {"total_tokens": 1}}})  # fmt: skip
    assert odd("sse", said).finish is None


def test_why_a_protocol_was_chosen_holds_nothing_recorded() -> None:
    for one in BY_NAME.values():
        said = one.can_say(Said("hunter2", "hunter2"))
        for event in one.say(every(9), said):
            spoilt = event.data if isinstance(event.data, str) else {"type": "hunter2"} | event.data
            found = cassette(cassette_of(one.kind, [Event(spoilt, event.name)]))
            stream = found.interactions[0].response.stream
            assert stream is None or "hunter2" not in stream.because


def test_the_order_of_blocks_is_that_of_their_numbers() -> None:
    """Text of a later block that comes first still stands last."""
    cut = Cut(lambda text: [text], lambda queues: [one for queue in queues[::-1] for one in queue])
    said = Said("text", "thought", finish="stop")
    for name in ("anthropic", "converse", "responses", "cohere", "interactions"):
        found = read(cassette_of(BY_NAME[name].kind, BY_NAME[name].say(cut, said)))
        assert told(found.message).text == "text"
        assert told(found.message).reasoning == "thought"
    first = [
        Event({"type": "content_block_delta", "index": at, "delta": {
            "type": "text_delta", "text": f"{at}"}})
        for at in (2, 0, 1, 0)
    ]  # fmt: skip
    assert read(cassette_of("sse", first)).message.text.value == "0012"


def test_gemini_numbers_its_reasons_in_a_list() -> None:
    events = gemini(every(9), replace(Said("hi"), finish="1"))
    last = events[-1].data
    assert isinstance(last, dict)
    last["candidates"][0]["finishReason"] = 1
    found = read(cassette_of("json", events))
    assert (found.message.finish, found.complete) == ("1", True)
