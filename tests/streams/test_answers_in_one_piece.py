"""An answer that was not streamed reads as the same message, in `show` and its machine output."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from answers import ANSWERS, body
from chatting import Call, Said, told
from hypothesis import given, settings
from invoke import cassette as run
from jsonschema import Draft202012Validator
from many import cassette_of_many
from planted import letters
from speakers import BY_NAME, Speaker, canonical
from support import ROOT, cassette
from test_every_protocol import SAID, WHOLE, expected
from wires import recorded

from cassette_cli.model.stream import Stream
from cassette_cli.ops.redact import redact

each = pytest.mark.parametrize("name", ANSWERS)
SCHEMA = json.loads((ROOT / "schemas/output/show.v1.json").read_text("utf-8"))
NOT_SAID = {"assistants": {"calls", "finish"}}
OBJECTS = frozenset({"anthropic", "converse"})


def can_say(name: str, said: Said) -> Said:
    speaker = BY_NAME[name]
    said = speaker.can_say(said)
    left = {part: getattr(Said(finish=""), part) for part in NOT_SAID.get(name, ())}
    return replace(said, **left)


def meant(name: str, said: Said) -> Any:
    speaker: Speaker = BY_NAME[name]
    if name == "assistants":
        return speaker.means(said)
    return expected(speaker, said)


def answer(text: str) -> Stream:
    found = cassette(text).interactions[0].response
    assert found.stream is None
    assert found.answer is not None
    return found.answer


@each
@settings(max_examples=15)
@given(SAID)
def test_it_is_the_message_that_a_stream_would_be(name: str, said: Said) -> None:
    said = can_say(name, said)
    if name == "agent" and not said.text:
        return
    found = answer(recorded(body(name, said), "application/json"))
    assert found.protocol == BY_NAME[name].protocol
    assert told(found.message) == meant(name, said)
    assert found.problems == ()
    if name not in ("assistants", "mcp", "a2a", "agent"):
        assert found.message.usage == BY_NAME[name].usage


@each
def test_show_tells_it(name: str, tmp_path: Path) -> None:
    said = can_say(name, WHOLE)
    (tmp_path / "a.yaml").write_text(recorded(body(name, said), "application/json"), "utf-8")
    done = run("show", "--message", "a.yaml", cwd=tmp_path)
    assert (done.code, done.errors) == (0, "")
    finish = meant(name, said).finish or ""
    for line in (said.text, said.reasoning, finish, *map(named, said.calls)):
        assert line in done.text
    document = json.loads(run("show", "-o", "json", "a.yaml", cwd=tmp_path).text)
    Draft202012Validator(SCHEMA).validate(document)
    (interaction,) = document["interactions"]
    assert interaction["stream"] is None
    found = interaction["answer"]
    assert found["protocol"] == BY_NAME[name].protocol
    assert found["message"]["text"] == said.text
    assert [one["arguments"] for one in found["message"]["tool_calls"]] == [
        one.arguments for one in said.calls
    ]
    assert run("lint", "a.yaml", cwd=tmp_path).code == 0


def named(call: Call) -> str:
    return f"{call.name}("


@each
def test_a_secret_in_it_is_replaced(name: str) -> None:
    secret = letters(name, 32)
    held = canonical({"client_secret": secret, "q": ["x", 1]})
    said = can_say(name, Said("Hi", "Ho", (Call("c", "f", held),)))
    if not said.calls:
        return
    done = redact(cassette(recorded(body(name, said), "application/json")), ("method",))
    (one,) = done.redactions
    (call,) = answer(done.after.value).message.tool_calls
    assert call.arguments.value == held.replace(secret, one.placeholder)


def test_what_is_no_answer_is_none() -> None:
    for text in ('{"choices": []}', "[]", "{}", '{"message": "no"}', '{"output": {"text": "a"}}',
                 '{"type": "message"}', '{"result": {"content": []}}', "null", "1"):  # fmt: skip
        found = cassette(recorded(text, "application/json")).interactions[0].response
        assert found.answer is None, text


def test_a_list_of_answers_tells_each(tmp_path: Path) -> None:
    bodies = [(body(name, can_say(name, WHOLE)), "application/json") for name in ANSWERS]
    (tmp_path / "a.yaml").write_text(cassette_of_many(list(bodies)), "utf-8")
    document = json.loads(run("show", "-o", "json", "a.yaml", cwd=tmp_path).text)
    found = [one["answer"]["protocol"] for one in document["interactions"]]
    assert found == [BY_NAME[name].protocol for name in ANSWERS]
