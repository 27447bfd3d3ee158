"""In every protocol each character of a message leads to the very bytes of the file that spell it,
and an edit of the message changes those bytes and no others."""

from __future__ import annotations

import json
from base64 import b64decode

import pytest
from chatting import Call, Said, stream_of, told
from hypothesis import given, settings
from hypothesis import strategies as st
from speakers import BY_NAME, SPEAKERS, Speaker, canonical
from support import cassette
from test_every_protocol import expected
from wires import TYPES, cassette_of, drawn, every, quoted, recorded, wire

from cassette_cli.model.stream import AssembledMessage
from cassette_cli.source.edit import edit_document
from cassette_cli.source.joined import Joined
from cassette_cli.source.layer import LayerEdit, Place
from cassette_cli.source.place import chain_spans, file_spans, locate
from cassette_cli.source.spans import Edit, Span

UNIQUE = "".join(chr(0x4E00 + at) for at in range(90))
ARGUMENTS = canonical({
    UNIQUE[40:44]: UNIQUE[44:50], "n": [1, True, -2.5], "x": {"y": f"{UNIQUE[50:54]}\n\""},
})  # fmt: skip
SAID = Said(UNIQUE[:20], UNIQUE[20:40], (Call("c1", "f", ARGUMENTS),), "stop")
each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)
TEXTUAL = [one for one in SPEAKERS if one.kind != "frames"]
FRAMED = [one for one in SPEAKERS if one.kind == "frames"]


def joined(message: AssembledMessage) -> list[Joined]:
    calls = (call.arguments for call in message.tool_calls)
    return [message.text, message.reasoning, *calls]


@pytest.mark.parametrize("speaker", TEXTUAL, ids=lambda one: one.name)
def test_every_character_leads_to_what_spells_it(speaker: Speaker) -> None:
    said = speaker.can_say(SAID)
    body = wire(speaker.kind, speaker.say(every(3), said)).decode()
    found = cassette(recorded(body, TYPES[speaker.kind]))
    for text in joined(stream_of(found).message):
        for at, char in enumerate(text.value):
            spans = file_spans(Place(text, Span(at, at + 1)))
            if "\u4e00" <= char <= "\u9fff":
                assert [found.document.value[slice(*span)] for span in spans] == [char]
            elif speaker.objects and char in ',:"\\n':
                continue
            else:
                assert [found.document.value[slice(*span)].strip("\\") for span in spans] == [
                    quoted(char)[1:-1].strip("\\")
                ]


@pytest.mark.parametrize("speaker", FRAMED, ids=lambda one: one.name)
def test_in_frames_it_leads_to_the_base64_that_holds_it(speaker: Speaker) -> None:
    said = speaker.can_say(SAID)
    found = cassette(cassette_of("frames", speaker.say(every(3), said)))
    for text in joined(stream_of(found).message):
        for at, char in enumerate(text.value):
            place = Place(text, Span(at, at + 1))
            (span,) = file_spans(place)
            assert b64decode("".join(found.document.value[slice(*span)].split()))
            layers = (layer.value[slice(*span)] for layer, span in chain_spans(place))
            payload = next(one for one in layers if isinstance(one, bytes))
            assert char.encode() in payload or json.dumps(char)[1:-1].encode() in payload


@each
def test_a_place_is_told_with_its_event(speaker: Speaker) -> None:
    said = speaker.can_say(SAID)
    found = cassette(cassette_of(speaker.kind, speaker.say(every(3), said)))
    stream = stream_of(found)
    (number, *_) = [row.number for row in stream.rows if row.text and said.text[:3] in row.text]
    place = locate(found.document, Place(stream.message.text, Span(0, 1)))
    assert place.record == number
    assert place.route[:3] == ("interactions", 0, "response")


def swap(text: str) -> str:
    """Other characters, as many."""
    return "".join(chr(ord(one) + 200) if "\u4e00" <= one <= "\u9fff" else one for one in text)


@each
@settings(max_examples=10)
@given(data=st.data())
def test_an_edit_of_the_message_is_read_back_and_nothing_else_changes(
    speaker: Speaker, data: st.DataObject
) -> None:
    said = speaker.can_say(SAID)
    found = cassette(cassette_of(speaker.kind, speaker.say(drawn(data.draw), said)))
    message = stream_of(found).message
    edits, wanted = [], []
    for text in joined(message):
        start = data.draw(st.integers(0, len(text.value)))
        end = data.draw(st.integers(start, len(text.value)))
        old = text.value[start:end]
        if swap(old) != old and not (speaker.objects and text.value[:1] == "{"):
            edits.append(LayerEdit(text, Edit(Span(start, end), swap(old))))
            wanted.append(text.value[:start] + swap(old) + text.value[end:])
        else:
            wanted.append(text.value)
    after = edit_document(found.document, edits)
    again = stream_of(cassette(after.value))
    assert [one.value for one in joined(again.message)] == wanted
    assert (again.events, again.complete, again.problems) == (
        stream_of(found).events, True, (),
    )  # fmt: skip
    assert len(after.value) == len(found.document.value)


@pytest.mark.parametrize("name", ["gemini", "gemini-list", "interactions", "cohere-1", "ollama"])
def test_strings_in_objects_can_be_edited_where_they_stand(name: str) -> None:
    speaker = BY_NAME[name]
    found = cassette(cassette_of(speaker.kind, speaker.say(every(3), speaker.can_say(SAID))))
    (call,) = stream_of(found).message.tool_calls
    for wanted in (UNIQUE[44:50], UNIQUE[50:54], UNIQUE[40:44]):
        at = call.arguments.value.index(wanted)
        edit = LayerEdit(call.arguments, Edit(Span(at, at + len(wanted)), swap(wanted)))
        again = stream_of(cassette(edit_document(found.document, [edit]).value))
        expected = call.arguments.value.replace(wanted, swap(wanted))
        assert again.message.tool_calls[0].arguments.value == expected


@each
def test_a_stream_reads_the_same_after_it_was_made_longer(speaker: Speaker) -> None:
    said = speaker.can_say(SAID)
    found = cassette(cassette_of(speaker.kind, speaker.say(every(3), said)))
    text = stream_of(found).message.text
    edit = LayerEdit(text, Edit(Span(4, 5), 'a "much" longer\ntext'))
    again = stream_of(cassette(edit_document(found.document, [edit]).value))
    longer = said.text[:4] + 'a "much" longer\ntext' + said.text[5:]
    assert told(again.message).text == longer
    assert told(again.message).calls == expected(speaker, said).calls
    assert again.problems == ()
