"""What is wrong with a stream of any protocol is said, at its place and without its content; what
is normal is not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chatting import Call, Said, read, stream_of, told
from speakers import BY_NAME, SPEAKERS, Speaker
from support import cassette
from test_every_protocol import WHOLE
from wires import TYPES, Event, cassette_of, every, frame, packed, recorded, wire

from cassette_cli.model.stream import Stream
from cassette_cli.source.place import locate

SECRET = "hunter2"
each = pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda one: one.name)
WORDS = {"message": f"overloaded, {SECRET}", "code": 503}


def heard(speaker: Speaker, events: list[Event]) -> Stream:
    return read(cassette_of(speaker.kind, events))


def rules(found: Stream) -> list[str]:
    assert all(SECRET not in one.message for one in found.problems)
    return [one.rule for one in found.problems]


def said_by(name: str) -> list[Event]:
    speaker = BY_NAME[name]
    return speaker.say(every(9), speaker.can_say(WHOLE))


ERRORS: dict[str, tuple[str, Event]] = {
    "a chat's chunk": ("chat", Event({"error": WORDS})),
    "a chat's event": ("chat", Event({"error": WORDS}, "error")),
    "words alone": ("chat", Event(SECRET, "error")),
    "Anthropic's event": (
        "anthropic", Event({"type": "error", "error": {"type": "o"} | WORDS}, "error"),
    ),
    "Anthropic's without a name": ("anthropic", Event({"type": "error", "error": WORDS})),
    "a response's event": ("responses", Event({"type": "error"} | WORDS, "error")),
    "a response's without a name": ("responses", Event({"type": "error"} | WORDS)),
    "a failed response": (
        "responses", Event({"type": "response.failed", "response": {"error": WORDS}}),
    ),
    "a completion's chunk": ("completions", Event({"error": WORDS})),
    "a failed run": (
        "assistants",
        Event({"object": "thread.run", "status": "failed", "last_error": WORDS}),
    ),
    "an assistant's event": ("assistants", Event({"error": WORDS}, "error")),
    "Gemini's chunk": ("gemini", Event({"error": WORDS | {"status": "UNAVAILABLE"}})),
    "a blocked prompt": ("gemini", Event({"promptFeedback": {"blockReason": "SAFETY"}})),
    "an interaction's event": ("interactions", Event({"event_type": "error", "error": WORDS})),
    "Cohere's last event": (
        "cohere", Event({"type": "message-end", "delta": {"finish_reason": "ERROR",
                                                          "error": SECRET}}),
    ),
    "Cohere's message": ("cohere", Event({"message": SECRET}, "error")),
    "Ollama's line": ("ollama", Event({"error": SECRET})),
    "Ollama's other line": ("ollama-text", Event({"error": SECRET})),
    "an error of MCP": ("mcp", Event({"jsonrpc": "2.0", "id": 1, "error": WORDS}, "message")),
    "an error of A2A": ("a2a", Event({"jsonrpc": "2.0", "id": 1, "error": WORDS})),
}  # fmt: skip


@pytest.mark.parametrize("what", ERRORS)
def test_an_error_in_the_stream_is_said_at_its_place(what: str) -> None:
    name, error = ERRORS[what]
    speaker = BY_NAME[name]
    start = speaker.say(every(9), speaker.can_say(WHOLE))[:1]
    made = cassette(cassette_of(speaker.kind, [*start, error]))
    found = stream_of(made)
    assert found.protocol == speaker.protocol
    assert rules(found) == ["stream-error"]
    assert (found.rows[-1].kind, found.events) == ("error", 2)
    place = locate(made.document, found.problems[0].place)
    assert SECRET in made.document.value[place.spans[0].start : place.spans[-1].end] or (
        "SAFETY" in made.document.value[place.spans[0].start : place.spans[-1].end]
    )


@pytest.mark.parametrize("what", ERRORS)
def test_the_words_of_an_error_are_shown_in_its_row(what: str) -> None:
    name, error = ERRORS[what]
    found = heard(BY_NAME[name], [*said_by(name)[:3], error])
    assert SECRET in found.rows[-1].detail or "SAFETY" in found.rows[-1].detail


@pytest.mark.parametrize("name", [one.name for one in SPEAKERS if one.kind == "frames"])
@pytest.mark.parametrize("header", [":exception-type", ":error-code"])
def test_an_exception_of_aws_is_an_error(name: str, header: str) -> None:
    failed = frame("throttlingException", json.dumps(WORDS).encode(), header)
    start = wire("frames", said_by(name)[:2])
    found = read(recorded(start + failed, TYPES["frames"]))
    assert found.protocol == BY_NAME[name].protocol
    assert "stream-error" in rules(found)
    assert (found.rows[-1].kind, found.chunks, found.complete) == ("error", 2, False)
    assert SECRET in found.rows[-1].detail


@pytest.mark.parametrize("name", ["chat", "anthropic", "responses", "gemini", "cohere"])
def test_a_line_that_clients_skip_is_an_error(name: str) -> None:
    body = wire("sse", said_by(name)[:3]).decode() + f"error: {SECRET}\n\n"
    assert "stream-error" in rules(read(recorded(body, TYPES["sse"])))


@each
def test_an_event_that_is_no_json(speaker: Speaker) -> None:
    events = said_by(speaker.name)
    if speaker.kind == "json":
        return
    found = heard(speaker, [*events[:2], Event(f'{{"a": {SECRET}'), *events[2:]])
    assert rules(found) == ["invalid-chunk-json"]
    assert found.complete


@each
def test_a_stream_that_another_runs_into(speaker: Speaker) -> None:
    said = speaker.can_say(WHOLE)
    text = cassette_of(speaker.kind, speaker.say(every(9), said))
    for old, new in (('\\"id\\":\\"c\\"', '\\"id\\":\\"hunter2\\"'),
                     ('\\"model\\":\\"gpt\\"', '\\"model\\":\\"hunter2\\"')):  # fmt: skip
        first, _, rest = text.partition(old)
        if speaker.name not in ("chat", "completions") or old not in rest:
            continue
        assert rules(read(first + old + rest.replace(old, new, 1))) == ["mixed-stream-ids"]


def test_usage_that_does_not_add_up() -> None:
    def rule(name: str, **usage: Any) -> list[str]:
        speaker = BY_NAME[name]
        events = said_by(name)
        text = cassette_of(speaker.kind, events)
        old = json.dumps(json.dumps(speaker.usage, separators=(",", ":")))[2:-2]
        new = json.dumps(json.dumps(usage, separators=(",", ":")))[2:-2]
        assert old in text
        return rules(read(text.replace(old, new)))

    wrong = ["usage-mismatch"]
    assert rule("chat", prompt_tokens=3, completion_tokens=4, total_tokens=8) == wrong
    assert rule("chat", prompt_tokens=3, completion_tokens=4, total_tokens=7) == []
    details = {"reasoning_tokens": 5}
    usage = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 12}
    assert rule("chat", **usage, completion_tokens_details=details) == []
    assert rule("chat", prompt_tokens=3, total_tokens=9) == []
    assert rule("responses", input_tokens=3, output_tokens=4, total_tokens=9) == wrong
    gemini = {"promptTokenCount": 3, "candidatesTokenCount": 4, "totalTokenCount": 12}
    assert rule("gemini", **gemini, thoughtsTokenCount=5) == []
    assert rule("gemini", **gemini) == wrong


def call(name: str, *deltas: tuple[Any, str | None, str | None, str]) -> Stream:
    """A chat's tool calls: index, id, name and arguments of each delta."""
    chunks: list[Event] = []
    for index, call_id, title, arguments in deltas:
        function = {"arguments": arguments} | ({"name": title} if title else {})
        one: dict[str, Any] = {"function": function}
        one |= {"index": index} if index is not None else {}
        one |= {"id": call_id} if call_id else {}
        chunks.append(Event({"choices": [{"index": 0, "delta": {"tool_calls": [one]}}]}))
    end = Event({"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]})
    return heard(BY_NAME[name], [*chunks, end, Event("[DONE]")])


def test_indices_of_calls_may_be_missing_but_not_skipped() -> None:
    found = call("chat", (0, "a", "f", "{}"), (2, "b", "g", "{"), (2, None, None, "}"))
    assert told(found.message).calls == (("a", "f", "{}"), ("b", "g", "{}"))
    assert [one.message for one in found.problems] == ["the tool calls are numbered 0 and then 2"]
    assert rules(found) == ["missing-chunk"]
    found = call("chat", (None, "a", "f", "{"), (None, None, None, "}"), (None, "b", "g", "{}"))
    assert told(found.message).calls == (("a", "f", "{}"), ("b", "g", "{}"))
    found = call("chat", (0, "a", "f", "{"), (0, "a", "f", "}"), (0, "b", "g", "{}"))
    assert told(found.message).calls == (("a", "f", "{}"), ("b", "g", "{}"))


@pytest.mark.parametrize("name", ["anthropic", "responses", "converse", "cohere"])
def test_a_call_whose_start_is_missing(name: str) -> None:
    """What came behind it is shown, and nothing else suffers."""
    words = ("content_block_start", "output_item.added", "contentBlockStart", "tool-call-start")
    events = [one for one in said_by(name) if not (one.name or "").endswith(words)]
    found = heard(BY_NAME[name], events)
    assert (found.message.text.value, found.complete) == (WHOLE.text, True)
    assert [one.arguments.value for one in found.message.tool_calls] == [
        one.arguments for one in WHOLE.calls
    ]
    assert set(rules(found)) == {"missing-chunk"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("anthropic", "index"),
        ("converse", "contentBlockIndex"),
        ("interactions", "index"),
        ("responses", "sequence_number"),
    ],
)
def test_numbers_that_are_skipped(name: str, key: str) -> None:
    events = said_by(name)
    for number, event in enumerate(events):
        if isinstance(event.data, dict):
            event.data.setdefault("sequence_number", number)
    assert rules(heard(BY_NAME[name], events)) == []
    numbers = [one.data.get(key) if isinstance(one.data, dict) else None for one in events]
    lost = max(one for one in numbers if one is not None) - 1
    less = [event for event, one in zip(events, numbers, strict=True) if one != lost]
    assert "missing-chunk" in rules(heard(BY_NAME[name], less))


@each
def test_what_is_normal_is_no_problem(speaker: Speaker) -> None:
    empty = Said("", "", (), "stop")
    for said in (empty, Said("a", "", (Call("c", "f", "{}"),), "length"), Said("", "b")):
        said = speaker.can_say(said)
        assert rules(heard(speaker, speaker.say(every(9), said))) == []


@pytest.mark.parametrize("name", ["invoke", "nova", "titan", "converse", "agent"])
def test_a_check_sum_that_is_wrong(name: str) -> None:
    events = said_by(name)
    good = wire("frames", events[:-1])
    last = frame(events[-1].name or "chunk", events[-1].text.encode())
    found = read(recorded(good + last[:-1] + bytes([last[-1] ^ 1]), TYPES["frames"]))
    assert rules(found) == ["damaged-frame"]
    assert found.message.text.value == WHOLE.text


def test_a_frame_that_is_of_another_model() -> None:
    events = said_by("invoke")
    strange = packed(Event({"outputText": "x", "choices": [1]}))
    assert rules(heard(BY_NAME["invoke"], [*events[:2], strange, *events[2:]])) == []
