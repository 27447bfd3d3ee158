"""A secret that a model streams in pieces is found and replaced in every protocol, and the stream
reads the same but for it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path
from zlib import crc32

import pytest
from chatting import Call, Said, Told, stream_of, told
from invoke import cassette as run
from planted import letters, openai
from speakers import BY_NAME, SPEAKERS, Speaker, canonical
from support import cassette
from test_every_protocol import expected
from wires import TYPES, Cut, Event, cassette_of, every, frame, recorded

from cassette_cli.ops.redact import Redacted, redact

KEY = openai("any protocol")
SECRET = letters("an argument", 32)
PEM = (
    "-----BEGIN PRIVATE "
    + "KEY-----\n"
    + "\n".join(letters(f"line {n}", 64) for n in range(12))
    + "\n-----END PRIVATE "
    + "KEY-----\n"
)
ARGUMENTS = {"client_secret": SECRET, "note": f'a "{KEY}"', "pin": 1}
TEXT = Said(f"Use {KEY}, then go.", f"They said {KEY}…")
CALL = Said("Hello", "Well", (Call("c1", "f", canonical(ARGUMENTS)), Call("c2", "g", "{}")))
each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)
SIZES = (7, 40, 1000)


def redacted(text: str) -> Redacted:
    """Redacted; nothing of the kind is found afterwards, and redacting again changes nothing."""
    done = redact(cassette(text), ("method", "url"))
    assert not redact(cassette(done.after.value), ("method", "url")).redactions
    return done


def after(done: Redacted) -> Told:
    found = stream_of(cassette(done.after.value))
    assert (found.complete, found.problems) == (True, ())
    return told(found.message)


def sums_are_right(text: str) -> bool:
    """The check sums of every frame of a cassette's only body."""
    data = b64decode("".join(text.partition("!!binary |\n")[2].partition("    headers")[0].split()))
    while data:
        size = int.from_bytes(data[:4])
        one, data = data[:size], data[size:]
        if crc32(one[:8]) != int.from_bytes(one[8:12]) or crc32(one[:-4]) != int.from_bytes(
            one[-4:]
        ):
            return False
    return True


def replaced(meaning: Told, done: Redacted) -> Told:
    """A message with each secret replaced by what stands in its place now."""
    written = json.dumps([meaning.text, meaning.reasoning, meaning.calls])
    by_length = {one.length: one.placeholder for one in done.redactions}
    for secret in (KEY, SECRET):
        if len(secret) in by_length:
            written = written.replace(secret, by_length[len(secret)])
    text, reasoning, calls = json.loads(written)
    return Told(text, reasoning, tuple(map(tuple, calls)), meaning.finish)


@each
@pytest.mark.parametrize("size", SIZES)
def test_in_text_and_reasoning(speaker: Speaker, size: int) -> None:
    said = speaker.can_say(TEXT)
    done = redacted(cassette_of(speaker.kind, speaker.say(every(size), said)))
    assert done.redactions
    assert after(done) == replaced(expected(speaker, said), done)
    assert KEY not in after(done).text + after(done).reasoning
    assert speaker.kind != "frames" or sums_are_right(done.after.value)


@each
@pytest.mark.parametrize("size", SIZES)
def test_in_the_arguments_of_a_call(speaker: Speaker, size: int) -> None:
    if "calls" in speaker.leaves_out:
        return
    said = speaker.can_say(CALL)
    done = redacted(cassette_of(speaker.kind, speaker.say(every(size), said)))
    assert after(done) == replaced(expected(speaker, said), done)
    arguments = after(done).calls[0][2]
    assert SECRET not in arguments
    assert KEY not in arguments
    assert speaker.kind != "frames" or sums_are_right(done.after.value)


@each
def test_a_private_key_and_a_number_in_arguments(speaker: Speaker) -> None:
    if "calls" in speaker.leaves_out:
        return
    arguments = canonical({"a": PEM, "password": 48151623421108, "z": 1})
    said = speaker.can_say(Said("Hi", "", (Call("c", "f", arguments),)))
    done = redacted(cassette_of(speaker.kind, speaker.say(every(50), said)))
    found = json.loads(after(done).calls[0][2])
    assert found["password"] != 48151623421108
    assert PEM[40:90] not in found["a"]
    assert found["z"] == 1


@pytest.mark.parametrize("name", ["agent", "invoke", "nova", "titan", "converse"])
def test_what_a_header_holds_is_found_in_frames_too(name: str) -> None:
    speaker = BY_NAME[name]
    word = letters("header", 24)
    said = speaker.can_say(Said(f"It is {word}."))
    text = cassette_of("frames", speaker.say(every(5), said))
    text = text.replace("headers: {}", f"headers: {{Authorization: [Bearer {word}]}}", 1)
    done = redacted(text)
    assert word not in after(done).text
    assert after(done).text.startswith("It is ")
    assert sums_are_right(done.after.value)


def test_objects_in_base64_in_frames() -> None:
    start = {
        "type": "content_block_start",
        "index": 0,
        "content_block": {"type": "tool_use", "id": "c", "name": "f", "input": ARGUMENTS},
    }
    chunks = [
        {"type": "message_start", "message": {"id": "m"}}, start,
        {"type": "message_delta", "delta": {"stop_reason": "tool_use"}}, {"type": "message_stop"},
    ]  # fmt: skip
    body = b"".join(
        frame("chunk", json.dumps({"bytes": b64encode(json.dumps(one).encode()).decode()}).encode())
        for one in chunks
    )
    done = redacted(recorded(body, TYPES["frames"]))
    (call,) = after(done).calls
    assert SECRET not in call[2]
    assert KEY not in call[2]
    assert sums_are_right(done.after.value)


@each
def test_show_masks_what_redact_replaces(speaker: Speaker, tmp_path: Path) -> None:
    said = speaker.can_say(Said(TEXT.text, TEXT.reasoning, CALL.calls))
    text = cassette_of(speaker.kind, speaker.say(every(30), said))
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    for options in ((), ("--message",), ("-o", "json")):
        done = run("show", *options, "a.yaml", cwd=tmp_path)
        assert done.code == 0
        assert SECRET[:20] not in done.text
        assert KEY[:30] not in done.text
        assert "****" in done.text
    assert run("lint", "a.yaml", cwd=tmp_path).code == 1


def test_a_server_tool_is_searched_like_the_others() -> None:
    cut: Cut = every(9)
    events = BY_NAME["anthropic"].say(cut, CALL)
    text = cassette_of("sse", [
        Event(one.text.replace('"tool_use"', '"server_tool_use"'), one.name) for one in events
    ])  # fmt: skip
    done = redacted(text)
    (tool, _) = stream_of(cassette(done.after.value)).message.server_tools
    assert SECRET not in tool.arguments.value
    assert KEY not in tool.arguments.value
