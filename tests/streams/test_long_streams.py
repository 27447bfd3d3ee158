"""Long streams cost in proportion to their length: the longest recorded has 4,835 chunks."""

from __future__ import annotations

import pytest
from chatting import Call, Said, stream_of, told
from speakers import BY_NAME, SPEAKERS, Speaker, canonical
from support import cassette, growth, message, seconds
from wires import TYPES, cassette_of, every, recorded, wire

from cassette_cli.bodies.decode import decode_body
from cassette_cli.model.stream import Stream
from cassette_cli.ops.detect import detect
from cassette_cli.source.layer import Place
from cassette_cli.source.place import file_spans
from cassette_cli.source.spans import Span
from cassette_cli.streams.protocol import read_stream

each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)


def body(speaker: Speaker, chunks: int) -> bytes:
    """A stream of about so many chunks, half of them of a call's arguments."""
    said = Said("word " * (chunks // 2), "", (Call("c", "f", canonical({"a": "x" * chunks * 2})),))
    return wire(speaker.kind, speaker.say(every(5), speaker.can_say(said)))


def joined(data: bytes, kind: str) -> Stream:
    made = message(data, TYPES[kind])
    made.read_body = decode_body
    found = read_stream(made)
    assert found is not None
    return found


@each
def test_it_is_joined_in_proportion(speaker: Speaker) -> None:
    bodies = {size: body(speaker, size) for size in (500, 2_000)}
    assert growth(lambda size: joined(bodies[size], speaker.kind), 500) < 8


@each
def test_places_are_found_in_proportion(speaker: Speaker) -> None:
    bodies = {size: body(speaker, size) for size in (150, 600)}

    def work(size: int) -> None:
        found = cassette_of_bytes(speaker, bodies[size])
        text = stream_of(cassette(found)).message.text
        assert file_spans(Place(text, Span(0, len(text.value))))

    assert growth(work, 150) < 8


def cassette_of_bytes(speaker: Speaker, data: bytes) -> str:
    return recorded(data if speaker.kind == "frames" else data.decode(), TYPES[speaker.kind])


def test_five_thousand_deltas_of_arguments() -> None:
    for speaker in (BY_NAME["chat"], BY_NAME["anthropic"], BY_NAME["invoke"]):
        arguments = canonical({"a": "x" * 10_000})
        said = speaker.can_say(Said("a", "", (Call("c", "f", arguments),)))
        data = wire(speaker.kind, speaker.say(every(2), said))
        found = joined(data, speaker.kind)
        assert told(found.message).calls[0][2] == arguments
        assert found.events > 5_000
        assert seconds(lambda data=data, kind=speaker.kind: joined(data, kind), 1) < 2


def test_secrets_are_looked_for_in_proportion() -> None:
    for speaker in SPEAKERS[::9]:
        said = speaker.can_say(Said("word " * 400, "", ()))
        long = speaker.can_say(Said("word " * 1_600, "", ()))
        texts = {
            size: cassette_of(speaker.kind, speaker.say(every(5), one))
            for size, one in ((400, said), (1_600, long))
        }
        assert growth(lambda size, texts=texts: detect(cassette(texts[size])), 400) < 8
