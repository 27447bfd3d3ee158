"""Steps of Gemini's interactions that the examples do not hold: tools of Google's, odd starts."""

from __future__ import annotations

from typing import Any

from chatting import Json, Told, heard, told

from cassette_cli.model.stream import Stream

DONE = "event: done\ndata: [DONE]\n\n"


def start(index: int, step: Json) -> Json:
    return {"event_type": "step.start", "index": index, "step": step}


def delta(index: int, added: Json) -> Json:
    return {"event_type": "step.delta", "index": index, "delta": added}


def interaction(*events: Json) -> Stream:
    end = {"id": "v1_example", "status": "completed"}
    return heard(*events, {"event_type": "interaction.completed", "interaction": end}, end=DONE)


def calls(found: Any) -> list[tuple[str | None, str | None, str]]:
    return [(one.id, one.name, one.arguments.value) for one in found]


def test_code_that_google_runs_is_no_call_for_the_client() -> None:
    code = {"type": "code_execution_call", "arguments": {"language": "python", "code": "1+1"}}
    began = {"type": "code_execution_call", "id": "c", "arguments": {}}
    for events in ([start(0, code | {"id": "c"})], [start(0, began), delta(0, code)]):
        message = interaction(*events).message
        assert message.tool_calls == ()
        written = '{"code":"1+1","language":"python"}'
        assert calls(message.server_tools) == [("c", "code_execution_call", written)]


def test_a_tool_of_an_mcp_server_has_its_name() -> None:
    step = {"type": "mcp_server_tool_call", "id": "c", "name": "find", "arguments": {"q": 1}}
    assert calls(interaction(start(0, step)).message.server_tools) == [("c", "find", '{"q":1}')]


def test_arguments_come_once_however_they_come() -> None:
    began = {"type": "function_call", "id": "c", "name": "go"}
    pieces = [{"type": "arguments_delta", "arguments": one} for one in ('{"a"', ":1}")]
    for events in (
        [start(0, began | {"arguments": {"a": 1}})],
        [start(0, began | {"arguments": {}}), *(delta(0, one) for one in pieces)],
        [start(0, began), *(delta(0, one) for one in pieces)],
        [start(0, began | {"arguments": {"a": 1}}), delta(0, began | {"arguments": {"a": 1}})],
        [
            {"event_type": "content.start", "index": 0, "content": began | {"arguments": {}}},
            {"event_type": "content.delta", "index": 0, "delta": began | {"arguments": {"a": 1}}},
        ],
    ):
        found = interaction(*events)
        assert told(found.message) == Told("", "", (("c", "go", '{"a":1}'),), "completed")
        assert found.problems == ()


def test_a_step_may_begin_with_what_it_holds() -> None:
    thought = {"type": "thought", "summary": [{"type": "text", "text": "Hm"}]}
    output = {"type": "model_output", "content": [{"type": "text", "text": "He"}]}
    more = delta(1, {"type": "text", "text": "llo"})
    found = interaction(start(0, thought), start(1, output), more)
    assert told(found.message) == Told("Hello", "Hm", (), "completed")
