"""Whatever stands in the place of a value of a chunk, nothing crashes: it is shown and linted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from answers import ANSWERS, body
from chatting import Call, Said
from invoke import cassette as run
from jsonschema import Draft202012Validator
from many import cassette_of_many, every_spoiling
from speakers import SPEAKERS, Speaker
from support import ROOT
from test_answers_in_one_piece import can_say
from wires import TYPES, Event, every, packed, wire

SCHEMA = json.loads((ROOT / "schemas/output/show.v1.json").read_text("utf-8"))
SAID = Said("Hello", "I think", (Call("c1", "f", '{"a":"x","b":[1,true]}'),))


def streams(speaker: Speaker) -> Iterator[bytes]:
    """The stream, any value of any of its chunks replaced."""
    cut = every(1000)
    events = speaker.say(cut, speaker.can_say(SAID))
    for at, event in enumerate(events):
        if isinstance(event.data, str):
            continue
        for number, value in enumerate(every_spoiling(event.data, 5 * at + len(speaker.name), 1)):
            spoilt = Event(json.dumps(value), event.name)
            yield wire(speaker.kind, [*events[:at], spoilt, *events[at + 1 :]])
            if not number:
                yield wire(speaker.kind, [spoilt])


def survives(bodies: list[tuple[bytes | str, str]], folder: Path) -> None:
    """Shown as text and as JSON, and linted."""
    (folder / "a.yaml").write_text(cassette_of_many(bodies), "utf-8")
    shown = run("show", "-o", "json", "a.yaml", cwd=folder)
    assert (shown.code, shown.errors) == (0, "")
    document = json.loads(shown.text, parse_constant=refused)
    few = document | {"interactions": document["interactions"][::25]}
    Draft202012Validator(SCHEMA).validate(few)
    for options in (("show", "-i", ":"), ("show", "--usage", "-o", "json")):
        done = run(*options, "a.yaml", cwd=folder)
        assert (done.code, done.errors) == (0, "")
    linted = run("lint", "-o", "json", "a.yaml", cwd=folder)
    assert linted.code in (0, 1)
    assert "internal" not in linted.errors
    json.loads(linted.text)


def refused(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)
def test_streams_of_anything(speaker: Speaker, tmp_path: Path) -> None:
    kind = TYPES[speaker.kind]
    if speaker.kind == "frames":
        survives([(one, kind) for one in streams(speaker)], tmp_path)
    else:
        survives([(one.decode(), kind) for one in streams(speaker)], tmp_path)


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_of_anything(name: str, tmp_path: Path) -> None:
    value = json.loads(body(name, can_say(name, SAID)))
    bodies = [json.dumps(one) for one in every_spoiling(value, len(name), 2)]
    survives([(one, "application/json") for one in bodies], tmp_path)


def test_frames_of_anything(tmp_path: Path) -> None:
    """What stands in base64 is spoilt as well."""
    for speaker in SPEAKERS:
        if speaker.protocol != "bedrock-invoke":
            continue
        plain = {"invoke": "anthropic", "nova": "converse"}.get(speaker.name)
        inner = next((one for one in SPEAKERS if one.name == plain), None)
        if inner is None:
            continue
        events = inner.say(every(1000), SAID)
        bodies = []
        for at, event in enumerate(events):
            held = event.data if plain == "anthropic" else {event.name: event.data}
            around = [packed(one) for one in events]
            for value in every_spoiling(held, at, 1):
                chunk = packed(Event(json.dumps(value)))
                bodies.append(wire("frames", [*around[:at], chunk, *around[at + 1 :]]))
        survives([(one, TYPES["frames"]) for one in bodies], tmp_path)


@pytest.mark.parametrize("depth", [400, 900, 20_000])
def test_arguments_nested_as_deep_as_anything(depth: int, tmp_path: Path) -> None:
    deep = "[" * depth + "]" * depth
    line = f'{{"message":{{"tool_calls":[{{"function":{{"name":"f","arguments":{deep}}}}}]}}'
    usage = '{"a":' * depth + "1" + "}" * depth
    lines = [f'{line},"done":false}}\n{line},"done":true}}\n']
    chat = [f'data: {{"choices":[{{"delta":{{"content":"a"}}}}],"usage":{usage}}}\n\n']
    bodies = [(one, TYPES["ndjson"]) for one in lines] + [(one, TYPES["sse"]) for one in chat]
    survives(list(bodies), tmp_path)


@pytest.mark.parametrize(
    "coded", ["é", "YQ", "YQ==YQ==", "/w==", "e30=", "bnVsbA==", " ", "\u0661"]
)
def test_base64_that_is_none(coded: str, tmp_path: Path) -> None:
    frames = [Event({"bytes": coded}, "chunk"), Event({"bytes": "aGk="}, "chunk")]
    survives([(wire("frames", frames), TYPES["frames"])], tmp_path)


def test_numbers_that_overflow_are_counted_or_left_out(tmp_path: Path) -> None:
    usages = [
        '{"cost_in_usd_ticks": 1%s}' % ("0" * 400), '{"cost": 1e999, "total_tokens": 1}',
        '{"cost": NaN}', '{"prompt_tokens": 1%s}' % ("0" * 4200), '{"cost": true}',
        '{"prompt_tokens": -5, "total_tokens": true, "cost": 1%s}' % ("0" * 400),
    ]  # fmt: skip
    chunks = [f'{{"choices":[{{"delta":{{"content":"a"}}}}],"usage":{one}}}' for one in usages]
    bodies = [(f"data: {one}\n\n", TYPES["sse"]) for one in chunks]
    survives(list(bodies), tmp_path)
    assert run("show", "--usage", "a.yaml", cwd=tmp_path).code == 0
