"""OpenAI's SDK hears in each stream of the example server what is read here."""

from __future__ import annotations

from typing import Any

import pytest
from sdks import NO_KEY, QUESTION, Heard, assembled, decoded, ours, sdk, served, told

from examples import chat

openai = sdk("openai")


def client(url: str) -> Any:
    return openai.OpenAI(api_key=NO_KEY, base_url=f"{url}/v1", max_retries=0)


def completion(found: Any) -> Heard:
    """The first choice of a chat completion; the reasoning that others than OpenAI add to it."""
    (choice,) = found.choices
    said = choice.message
    reasoning = (said.model_extra or {}).get("reasoning_content", "")
    calls = [
        (one.id, one.function.name, decoded(one.function.arguments))
        for one in said.tool_calls or ()
    ]
    return Heard(said.content or "", reasoning, calls, choice.finish_reason, found.usage.to_dict())


def ask(url: str, **more: Any) -> Heard:
    usage = {"include_usage": True}
    question = {"model": "example-1", "messages": QUESTION, "stream_options": usage} | more
    with client(url) as api, api.chat.completions.stream(**question) as stream:
        return completion(stream.get_final_completion())


def test_chat_completions() -> None:
    with served("openai-chat") as url:
        assert ask(url) == told(ours("openai-chat"))


@pytest.mark.parametrize("tools", [[], [{"type": "function", "function": {"name": "get_weather"}}]])
def test_chat_completions_with_reasoning_and_several_calls(tools: list[Any]) -> None:
    more = {"tools": tools} if tools else {}
    asked = {"stream_options": {"include_usage": True}} | more
    with served("") as url:
        heard = ask(url.rstrip("/"), **more)
    assert heard == told(assembled(chat.stream(asked), "text/event-stream"))
    assert len(heard.calls) == 2 * bool(tools)


def test_completions() -> None:
    heard = Heard()
    question = {"model": "example-1", "prompt": "Tell", "stream": True}
    with served("openai-completions") as url, client(url) as api:
        for chunk in api.completions.create(**question):
            for choice in chunk.choices:
                heard.text += choice.text
                heard.finish = choice.finish_reason
            heard.usage = chunk.usage.to_dict() if chunk.usage else None
    assert heard == told(ours("openai-completions"))


def test_responses() -> None:
    question = {"model": "example-1", "input": "Say hi"}
    with (
        served("openai-responses") as url,
        client(url) as api,
        api.responses.stream(**question) as stream,
    ):
        found = stream.get_final_response()
    items = {one.type: one for one in found.output}
    call = items["function_call"]
    assert told(ours("openai-responses")) == Heard(
        found.output_text,
        "".join(one.text for one in items["reasoning"].summary),
        [(call.call_id, call.name, decoded(call.arguments))],
        found.status,
        found.usage.to_dict(),
    )


def run(url: str) -> tuple[Any, Any, str]:
    """The run, the call of its first step, and the text of its messages."""
    question = {"thread_id": "thread_example", "assistant_id": "asst_example"}
    with client(url) as api, api.beta.threads.runs.stream(**question) as stream:
        texts = [delta for event in stream for delta in text_of(event)]
        (call,) = stream.get_final_run_steps()[0].step_details.tool_calls
        return stream.get_final_run(), call, "".join(texts)


def text_of(event: Any) -> list[str]:
    if event.event != "thread.message.delta":
        return []
    return [part.text.value for part in event.data.delta.content]


@pytest.mark.filterwarnings("ignore:The Assistants API is deprecated:DeprecationWarning")
def test_assistants_and_the_code_they_run() -> None:
    with served("openai-assistants") as url:
        found, call, text = run(url)
    calls = [(call.id, call.type, call.code_interpreter.input)]
    heard = Heard(text, "", calls, found.status, found.usage.to_dict())
    assert heard == told(ours("openai-assistants"), server=True)
    assert ours("openai-assistants").tool_calls == ()


@pytest.mark.filterwarnings("ignore:The Assistants API is deprecated:DeprecationWarning")
def test_assistants_and_the_calls_they_wait_for() -> None:
    with served("openai-assistants-action") as url:
        found, call, text = run(url)
    calls = [(call.id, call.function.name, decoded(call.function.arguments))]
    heard = Heard(text, "", calls, found.status, found.usage)
    assert heard == told(ours("openai-assistants-action"))
    (waits,) = found.required_action.submit_tool_outputs.tool_calls
    assert (waits.id, waits.function.name, decoded(waits.function.arguments)) == calls[0]
