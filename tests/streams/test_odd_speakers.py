"""What those who speak OpenAI's protocol do differently, each seen in real recordings."""

from __future__ import annotations

from typing import Any

import pytest
from chatting import CHUNK, DONE, Told, chunk, finish, go_vcr, heard, read, told

USAGE = {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4}
HELLO = (
    chunk({"role": "assistant", "content": ""}),
    chunk({"content": "Hel"}),
    chunk({"content": "lo"}),
)


def call(**members: Any) -> dict[str, Any]:
    return chunk({"tool_calls": [members]})


@pytest.mark.parametrize(
    "last",
    [
        ({"object": CHUNK, "choices": [], "usage": USAGE},),
        (finish(usage=USAGE),),
        (chunk({"content": ""}, usage=USAGE), finish(usage=None)),
        (chunk({}, usage={"total_tokens": 1}), finish(usage=USAGE)),
        (finish(), {"object": CHUNK, "choices": [], "x_groq": {"id": "req", "usage": USAGE}}),
        (finish(), {"object": CHUNK, "choices": None, "usage": USAGE}),
        (finish(), {"object": CHUNK, "usage": USAGE}),
    ],
)
def test_the_last_usage_counts_wherever_it_comes(last: tuple[dict[str, Any], ...]) -> None:
    found = heard(*HELLO, *last)
    assert (found.message.text.value, found.message.usage) == ("Hello", USAGE)
    assert found.rows[-1].kind == "done"


def test_the_first_chunk_of_azure_has_no_choice() -> None:
    filters = {"choices": [], "object": "", "prompt_filter_results": [{"prompt_index": 0}]}
    found = heard(filters, *HELLO, finish())
    assert told(found.message) == Told("Hello", "", (), "stop")
    assert (found.chunks, found.rows[0].kind, found.rows[0].carries) == (5, "other", ())


def test_comments_are_rows_and_no_events() -> None:
    beat = ": OPENROUTER PROCESSING\n\n"
    found = heard(beat, HELLO[1], beat, ": ping\n\n", HELLO[2], finish())
    assert told(found.message).text == "Hello"
    assert [row.kind for row in found.rows] == [
        "comment", "text", "comment", "comment", "text", "finish", "done",
    ]  # fmt: skip
    assert found.rows[0].text == "OPENROUTER PROCESSING"
    assert (found.events, found.chunks) == (4, 3)


def test_pings_count_as_events_only() -> None:
    found = heard('event: ping\ndata: {"type": "ping"}\n\n', *HELLO, finish())
    assert (found.rows[0].kind, found.events, found.chunks) == ("ping", 6, 4)


@pytest.mark.parametrize(
    ("content", "text", "reasoning"),
    [
        ([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], "ab", ""),
        ([{"type": "thinking", "thinking": [{"text": "a"}, {"text": "b"}, {}]}], "", "ab"),
        ([{"type": "thinking", "thinking": "a"}, {"type": "text", "text": "b"}], "b", "a"),
        ([{"type": "reference", "reference_ids": [1]}, {"type": "text", "text": "b"}], "b", ""),
        ([{"type": "text", "text": None}, {"type": "text"}, "c", None, 1], "", ""),
        ([], "", ""),
        (None, "", ""),
        ({"a": 1}, "", ""),
        (1, "", ""),
    ],
)  # fmt: skip
def test_content_may_be_a_list_of_parts(content: Any, text: str, reasoning: str) -> None:
    found = told(heard(chunk({"content": content}), finish()).message)
    assert (found.text, found.reasoning) == (text, reasoning)


@pytest.mark.parametrize(
    ("delta", "reasoning"),
    [
        ({"reasoning_content": "a", "reasoning": "a"}, "a"),
        ({"reasoning": "a", "reasoning_details": [{"type": "reasoning.text", "text": "a"}]}, "a"),
        ({"reasoning_details": [{"text": "a"}, {"summary": "b"}, {"data": "x"}, None]}, "ab"),
        ({"reasoning_content": "", "reasoning": "a"}, "a"),
        ({"reasoning_content": None, "reasoning": None, "reasoning_details": None}, ""),
        ({"reasoning": {"effort": "low"}}, ""),
        ({"reasoning_details": "a"}, ""),
    ],
)
def test_reasoning_that_comes_twice_is_taken_once(delta: dict[str, Any], reasoning: str) -> None:
    assert told(heard(chunk(delta), finish()).message).reasoning == reasoning


def test_null_deltas_and_wrong_types_add_nothing() -> None:
    odd: list[Any] = [
        {"object": CHUNK, "choices": [{"index": 0, "delta": None}]},
        {"object": CHUNK, "choices": [{"index": 0}]},
        {"object": CHUNK, "choices": [None, 1, "a"]},
        {"object": CHUNK, "choices": "a"},
        chunk({"content": None, "role": None, "tool_calls": None, "refusal": None}),
        chunk({"tool_calls": {"index": 0}}),
        chunk({"tool_calls": [None, 1]}),
        {"object": CHUNK, "choices": [], "usage": 7},
        {"object": CHUNK, "choices": [], "usage": None, "x_groq": None},
        {"object": CHUNK, "choices": [], "x_groq": {"usage": None}},
    ]
    found = heard(*odd, *HELLO, finish())
    assert told(found.message) == Told("Hello", "", (), "stop")
    assert (found.message.usage, found.problems, found.chunks) == (None, (), 14)


@pytest.mark.parametrize("index", [None, "0", 0.0, True])
def test_a_choice_without_a_number_goes_by_its_position(index: Any) -> None:
    choices = [{"index": index, "delta": {"content": text}} for text in "ab"]
    found = heard({"object": CHUNK, "choices": choices}, {"object": CHUNK, "choices": choices[:1]})
    assert [told(choice).text for choice in found.choices] == ["aa", "b"]


def test_choices_are_told_by_number_not_by_order() -> None:
    later = {"object": CHUNK, "choices": [{"index": 1, "delta": {"content": "b"}}]}
    found = heard(later, chunk({"content": "a"}), finish())
    assert [told(choice).text for choice in found.choices] == ["a", "b"]


WHOLE = {"id": "c1", "function": {"name": "f", "arguments": '{"a":1}'}}


@pytest.mark.parametrize(
    ("deltas", "calls"),
    [
        # The id and the name come again with each delta.
        (
            (call(index=0, id="c1", function={"name": "f", "arguments": "{"}),
             call(index=0, id="c1", function={"name": "f", "arguments": "}"})),
            (("c1", "f", "{}"),),
        ),
        # They come empty again.
        (
            (call(index=0, id="c1", function={"name": "f", "arguments": ""}),
             call(index=0, id="", function={"name": "", "arguments": "{}"})),
            (("c1", "f", "{}"),),
        ),
        # They come late.
        (
            (call(index=0, id=None, function={"name": None, "arguments": "{"}),
             call(index=0, id="c1", function={"name": "f", "arguments": "}"})),
            (("c1", "f", "{}"),),
        ),
        # No index: an id that is new begins a call, none continues the last.
        (
            (call(**WHOLE), call(function={"arguments": " "}), call(**WHOLE | {"id": "c2"})),
            (("c1", "f", '{"a":1} '), ("c2", "f", '{"a":1}')),
        ),
        # No index and the id again.
        ((call(id="c1", function={"name": "f", "arguments": "{"}),
          call(id="c2", function={"name": "g", "arguments": "["}),
          call(id="c1", function={"arguments": "}"})),
         (("c1", "f", "{}"), ("c2", "g", "["))),
        # Arguments never come.
        ((call(index=0, id="c1", function={"name": "f"}),), (("c1", "f", ""),)),
        ((call(index=0, id="c1", function={"name": "f", "arguments": None}),), (("c1", "f", ""),)),
        ((call(index=0, id="c1", function=None),), (("c1", None, ""),)),
        # Two calls in one delta, and parallel ones that take turns.
        (
            (chunk({"tool_calls": [{"index": 0} | WHOLE, {"index": 1} | WHOLE | {"id": "c2"}]}),
             call(index=1, function={"arguments": "1"}), call(index=0, function={"arguments": "0"}),
             call(index=1, function={"arguments": "1"})),
            (("c1", "f", '{"a":1}0'), ("c2", "f", '{"a":1}11')),
        ),
        # Numbered from 1, or with holes.
        ((call(index=1, **WHOLE), call(index=7, **WHOLE | {"id": "c7"})),
         (("c1", "f", '{"a":1}'), ("c7", "f", '{"a":1}'))),
    ],
)  # fmt: skip
def test_tool_calls(deltas: tuple[Any, ...], calls: tuple[Any, ...]) -> None:
    assert told(heard(*deltas, finish("tool_calls")).message) == Told("", "", calls, "tool_calls")


def test_the_doubles_beside_a_delta_are_not_read_again() -> None:
    choice = {"index": 0, "delta": {"content": "a"}, "message": {"content": "a"}, "text": "a"}
    found = heard({"object": CHUNK, "choices": [choice]}, {"object": CHUNK, "choices": [choice]})
    assert told(found.message).text == "aa"


def test_perplexity_ends_without_done() -> None:
    last = {"object": "chat.completion.done", "choices": [{"index": 0, "delta": {"content": ""},
            "finish_reason": "stop", "message": {"content": "Hello"}}], "usage": USAGE}  # fmt: skip
    found = heard(*HELLO, last, end="")
    assert told(found.message) == Told("Hello", "", (), "stop")
    assert (found.complete, found.message.usage, found.problems) == (True, USAGE, ())


def test_it_is_told_from_other_streams_by_its_chunks() -> None:
    named = heard({"object": CHUNK, "choices": []})
    assert (named.protocol, named.because) == (
        "openai-chat", "a chunk's object is chat.completion.chunk",
    )  # fmt: skip
    bare = heard({"choices": [{"delta": {"content": "a"}}]})
    assert (bare.protocol, bare.because) == ("openai-chat", "a chunk's choices have a delta")
    assert heard({"choices": [{"text": "a"}]}).protocol == "openai-completions"
    assert heard({"choices": [{"speech": "a"}]}).protocol == "sse"


def test_a_stream_of_nobody_is_shown_event_by_event() -> None:
    found = read(go_vcr("event: tick\ndata: 1\n\n: note\n\ndata: two\nlines: x\n\n"))
    assert (found.protocol, found.events, found.chunks, found.complete) == ("sse", 2, 2, True)
    assert [(row.kind, row.event, row.text) for row in found.rows] == [
        ("other", "tick", "1"), ("comment", None, "note"), ("other", None, "lines: x"),
        ("other", None, "two"),
    ]  # fmt: skip
    assert told(found.message) == Told("", "", (), None)


def test_data_that_spans_lines_is_one_chunk() -> None:
    lines = 'data: {"object": "chat.completion.chunk",\ndata: "choices": [{"delta":\ndata:'
    found = read(go_vcr(lines + ' {"content": "a"}}]}\n\n' + DONE))
    assert (told(found.message).text, found.chunks) == ("a", 1)


def test_rows_tell_what_each_chunk_carries() -> None:
    found = heard(
        chunk({"role": "assistant", "content": ""}),
        chunk({"role": "assistant", "content": "a"}),
        chunk({"reasoning": "b", "content": "c"}),
        call(index=0, id="c1", function={"name": "f", "arguments": "{"}),
        call(index=0, function={"arguments": "}"}),
        finish(usage=USAGE),
        chunk({}),
    )
    assert [(row.kind, row.carries, row.text) for row in found.rows] == [
        ("role", ("role",), None),
        ("text", ("role", "text"), "a"),
        ("text", ("reasoning", "text"), "c"),
        ("tool_call", ("tool_call",), "f({"),
        ("tool_call", ("tool_call",), "}"),
        ("finish", ("finish", "usage"), None),
        ("other", (), None),
        ("done", (), None),
    ]


def test_bytes_are_those_of_the_data() -> None:
    data = '{"choices":[{"index":0,"delta":{"content":"é😀"}}]}'
    found = read(go_vcr(f"data:   {data}\n\n{DONE}"))
    assert [row.bytes for row in found.rows] == [len(data.encode()) + 2, len("[DONE]")]


def test_a_refusal_is_told_apart_from_the_text() -> None:
    found = heard(chunk({"refusal": "I can"}), chunk({"refusal": " not"}), finish())
    assert told(found.message) == Told("", "", (), "stop")
    assert found.message.refusal.value == "I can not"
    assert [(row.kind, row.detail) for row in found.rows[:2]] == [
        ("other", "I can"),
        ("other", " not"),
    ]


def test_a_function_call_of_old_is_a_tool_call() -> None:
    deltas = [{"name": "f", "arguments": ""}, {"arguments": '{"a"'}, {"arguments": ":1}"}]
    found = heard(*(chunk({"function_call": one}) for one in deltas), finish("function_call"))
    calls = ((None, "f", '{"a":1}'),)
    assert told(found.message) == Told("", "", calls, "function_call")
    assert [row.kind for row in found.rows[:3]] == ["tool_call"] * 3
