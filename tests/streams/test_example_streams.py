"""Every protocol has a recorded example: it is recognised, whole, and says what its answer says."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache

import pytest
from chatting import told
from support import ROOT

from cassette_cli.model.stream import GENERIC, AssembledMessage, Stream
from cassette_cli.ops.load import load
from cassette_cli.streams.protocol import protocols
from examples import providers

PROTOCOLS = tuple(one.name for one in protocols() if one.name not in GENERIC)
each = pytest.mark.parametrize("name", providers.names())
IN_ONE_PIECE = {"bedrock-invoke": "anthropic-messages"}
"""Protocols whose answers in one piece are those of another."""
TEXT_ALONE = {"openai-assistants"}
"""Examples whose answer in one piece is a message, which has neither calls nor usage."""


@cache
def recorded(name: str) -> tuple[Stream, Stream]:
    """The stream and the answer in one piece, as vcrpy recorded them."""
    path = ROOT / "examples" / "vcrpy" / f"stream-{name}.yaml"
    streamed, whole = load(path.name, path.read_bytes()).interactions
    assert streamed.response.stream is not None
    assert whole.response.answer is not None
    return streamed.response.stream, whole.response.answer


def protocol(name: str) -> str:
    """The protocol that an example is named after."""
    return max((one for one in PROTOCOLS if name.startswith(one)), key=len, default="")


@pytest.mark.parametrize("name", PROTOCOLS)
def test_every_protocol_has_an_example(name: str) -> None:
    assert name in providers.names(), f"put {name}.sse or the like into examples/streams/"


@each
def test_it_is_recognised_and_sound(name: str) -> None:
    stream, whole = recorded(name)
    assert stream.protocol == protocol(name)
    assert whole.protocol == IN_ONE_PIECE.get(stream.protocol, stream.protocol)
    assert stream.complete
    assert (stream.problems, whole.problems) == ((), ())
    assert 8 <= stream.events <= 30 or name == "json-rpc"


def parts(message: AssembledMessage) -> object:
    """All that a message says."""
    server = [(one.id, one.name, one.arguments.value) for one in message.server_tools]
    return asdict(told(message)), server, message.usage, message.citations


@each
def test_the_stream_and_the_whole_are_the_same_message(name: str) -> None:
    stream, whole = recorded(name)
    if name == "cohere-chat-v1-tools":
        # The plan before a call is the text of an answer in one piece, but no text of a stream.
        streamed, at_once = told(stream.message), told(whole.message)
        assert (streamed.text, streamed.calls) == ("", at_once.calls)
        return
    if name in TEXT_ALONE:
        assert stream.message.text.value == whole.message.text.value
    else:
        assert parts(stream.message) == parts(whole.message)
    assert any(not text.value.isascii() for text in stream.message.joined())
