"""Streams as gateways and older servers send them: what is said twice is joined once."""

from __future__ import annotations

from typing import Any

import pytest
from chatting import stream_of, told
from support import cassette
from wires import Event, cassette_of

from cassette_cli.model.stream import Stream


def heard(*values: Any) -> Stream:
    events = [Event(one, one.get("type") if isinstance(one, dict) else None) for one in values]
    return stream_of(cassette(cassette_of("sse", events)))


def response(kind: str, **members: Any) -> dict[str, Any]:
    return {"type": f"response.{kind}", **members}


def item(kind: str, **members: Any) -> dict[str, Any]:
    return {"type": kind, "id": f"{kind}_1", **members}


def said(*texts: str) -> dict[str, Any]:
    return item("message", content=[{"type": "output_text", "text": one} for one in texts])


def thought(text: str) -> dict[str, Any]:
    return item("reasoning", summary=[{"type": "summary_text", "text": text}])


CALL = item("function_call", call_id="c", name="f", arguments='{"a":1}')


def completed(*output: Any) -> dict[str, Any]:
    return response("completed", response={"status": "completed", "output": list(output)})


RESPONSES: dict[str, tuple[list[dict[str, Any]], str, str, int]] = {
    "an item that was not streamed moves the others": (
        [
            response("output_text.delta", output_index=0, content_index=0, delta="Hello"),
            completed(thought("Hmm"), said("Hello")),
        ], "Hello", "Hmm", 0,
    ),
    "no output_index": (
        [
            response("reasoning_summary_text.delta", delta="Hmm"),
            response("output_text.delta", content_index=0, delta="Hello"),
            response("output_text.done", text="Hello"),
            completed(thought("Hmm"), said("Hello")),
        ], "Hello", "Hmm", 0,
    ),
    "a content_index of its own": (
        [
            response("output_text.delta", output_index=0, content_index=-1, delta="Hello"),
            response("output_item.done", output_index=0, item=said("Hello")),
            completed(said("Hello")),
        ], "Hello", "", 0,
    ),
    "nothing but what is done": (
        [
            response("reasoning_summary_text.done", output_index=0, summary_index=0, text="Hmm"),
            response("output_text.done", output_index=1, content_index=0, text="Hello"),
            completed(),
        ], "Hello", "Hmm", 0,
    ),
    "nothing but the end": (
        [completed(thought("Hmm"), said("Hel", "lo"), CALL)], "Hello", "Hmm", 1,
    ),
    "a call that moves": (
        [
            response("output_item.added", output_index=1, item=CALL | {"arguments": ""}),
            response("function_call_arguments.delta", output_index=1, delta='{"a":1}'),
            completed(CALL),
        ], "", "", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RESPONSES)
def test_responses_say_everything_once(name: str) -> None:
    events, text, reasoning, calls = RESPONSES[name]
    found = heard(*events)
    meant = told(found.message)
    assert (meant.text, meant.reasoning) == (text, reasoning)
    assert meant.calls == (("c", "f", '{"a":1}'),) * calls
    assert (found.complete, found.problems) == (True, ())


def chat(*calls: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"tool_calls": list(calls)}}]}


def function(name: str | None, arguments: Any, **beside: Any) -> dict[str, Any]:
    named = {"name": name} if name is not None else {}
    return {"function": named | {"arguments": arguments}, **beside}


@pytest.mark.parametrize(
    ("events", "calls"),
    [
        (
            [chat(function("f", {}, index=0)), chat(function(None, '{"a":1}', index=0))],
            [("f", '{"a":1}')],
        ),
        ([chat(function("f", "{}"), function("g", "{}"))], [("f", "{}"), ("g", "{}")]),
        (
            [chat(function("get_", "", index=0)), chat(function("sun", "{}", index=0))],
            [("get_sun", "{}")],
        ),
        (
            [chat(function("sun", "", index=0)), chat(function("sun", "{}", index=0))],
            [("sun", "{}")],
        ),
    ],
    ids=["text after an object", "two without index", "a name in pieces", "a name repeated"],
)
def test_calls_of_chats(events: list[Any], calls: list[tuple[str, str]]) -> None:
    found = heard(*events, {"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]})
    assert [(one.name, one.arguments.value) for one in found.message.tool_calls] == calls


def test_the_deltas_of_a_tools_input_take_the_place_of_the_input() -> None:
    block = {"type": "tool_use", "id": "t", "name": "f", "input": {"a": 1}}
    delta = {"type": "input_json_delta", "partial_json": '{"a": 2}'}
    found = heard(
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "content_block_delta", "index": 0, "delta": delta},
        {"type": "message_delta", "delta": {"stop_reason": "tool_use"}},
        {"type": "message_stop"},
    )
    assert told(found.message).calls == (("t", "f", '{"a": 2}'),)


def rpc(**result: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "result": result}


def artifact(text: str) -> dict[str, Any]:
    return {"artifactId": "a", "parts": [{"text": text}]}


def test_a_task_holds_its_artifacts_once_more() -> None:
    parts = [
        rpc(kind="artifact-update", taskId="t", artifact=artifact(one)) for one in ("Hel", "lo")
    ]
    task = rpc(kind="task", id="t", status={"state": "completed"}, artifacts=[artifact("Hello")])
    found = heard(*parts, task)
    assert (found.message.text.value, found.message.finish) == ("Hello", "completed")
    assert heard(task).message.text.value == "Hello"


def test_a_task_that_was_only_begun_is_cut() -> None:
    begun = rpc(kind="task", id="t", status={"state": "submitted"})
    found = heard(begun, rpc(kind="artifact-update", taskId="t", artifact=artifact("Hel")))
    assert (found.complete, [one.rule for one in found.problems]) == (False, ["truncated-stream"])


def test_a2a_1_names_what_it_sends_by_a_member() -> None:
    found = heard(
        rpc(task={"id": "t", "status": {"state": "TASK_STATE_SUBMITTED"}}),
        rpc(artifactUpdate={"taskId": "t", "artifact": artifact("Hello")}),
        rpc(statusUpdate={"taskId": "t", "status": {"state": "TASK_STATE_COMPLETED"}}),
    )
    assert (found.message.text.value, found.complete) == ("Hello", True)
