"""The SDKs of Anthropic, Cohere and Ollama hear in each stream what is read here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from sdks import NO_KEY, QUESTION, Heard, decoded, ours, sdk, served, told


def test_anthropic() -> None:
    anthropic = sdk("anthropic")
    question = {"model": "example-1", "max_tokens": 9, "messages": QUESTION}
    with (
        served("anthropic-messages") as url,
        anthropic.Anthropic(api_key=NO_KEY, base_url=url, max_retries=0) as client,
        client.messages.stream(**question) as stream,
    ):
        found = stream.get_final_message()
    thinking, text, call = found.content
    assert told(ours("anthropic-messages")) == Heard(
        text.text,
        thinking.thinking,
        [(call.id, call.name, call.input)],
        found.stop_reason,
        found.usage.to_dict(),
    )


@pytest.mark.parametrize("name", ["cohere-chat", "cohere-chat-tools"])
def test_cohere(name: str) -> None:
    cohere = sdk("cohere")
    with served(name) as url, cohere.ClientV2(api_key=NO_KEY, base_url=url) as client:
        heard = cohere_2(client.chat_stream(model="example-1", messages=QUESTION))
    assert heard == told(ours(name))


def cohere_2(events: Iterable[Any]) -> Heard:
    heard, calls, arguments = Heard(), [], []
    for event in events:
        message = getattr(getattr(event, "delta", None), "message", None)
        match event.type:
            case "content-start" | "content-delta":
                heard.text += getattr(message.content, "text", None) or ""
                heard.reasoning += getattr(message.content, "thinking", None) or ""
            case "tool-call-start":
                calls.append(message.tool_calls)
                arguments.append("")
            case "tool-call-delta":
                arguments[event.index] += message.tool_calls.function.arguments
            case "message-end":
                heard.finish = event.delta.finish_reason
                heard.usage = event.delta.usage.model_dump(exclude_none=True)
    heard.calls = [
        (one.id, one.function.name, decoded(held))
        for one, held in zip(calls, arguments, strict=True)
    ]
    return heard


@pytest.mark.parametrize("name", ["cohere-chat-v1", "cohere-chat-v1-tools"])
def test_cohere_1(name: str) -> None:
    cohere = sdk("cohere")
    with served(name) as url, cohere.Client(api_key=NO_KEY, base_url=url) as client:
        *events, last = client.chat_stream(model="example-1", message="Say hi")
    found = last.response
    spoken = "".join(one.text for one in events if one.event_type == "text-generation")
    plan = "".join(getattr(one, "text", None) or "" for one in events if is_plan(one))
    assert found.text == spoken + plan
    calls = [(None, one.name, one.parameters) for one in found.tool_calls or ()]
    usage = found.meta.tokens.model_dump(exclude_none=True)
    assert told(ours(name)) == Heard(spoken, "", calls, last.finish_reason, usage)


def is_plan(event: Any) -> bool:
    """What it says before it calls tools, which is no text for us: the SDK adds it to the text."""
    return bool(event.event_type == "tool-calls-chunk")


def ollama(url: str) -> Any:
    return sdk("ollama").Client(host=url)


def counts(last: Any) -> dict[str, Any]:
    values = last.model_dump(exclude_none=True)
    return {name: one for name, one in values.items() if name.endswith(("_count", "_duration"))}


def test_ollama_chat() -> None:
    with served("ollama-chat") as url, ollama(url) as client:
        lines = [*client.chat(model="example-1", messages=QUESTION, stream=True)]
    calls = [call.function for one in lines for call in one.message.tool_calls or ()]
    heard = Heard(
        "".join(one.message.content or "" for one in lines),
        "".join(one.message.thinking or "" for one in lines),
        [(None, one.name, one.arguments) for one in calls],
        lines[-1].done_reason,
        counts(lines[-1]),
    )
    expected = told(ours("ollama-chat"))
    # The SDK's model of a call has no place for an id.
    expected.calls = [(None, *rest) for _, *rest in expected.calls]
    assert heard == expected


def test_ollama_generate() -> None:
    with served("ollama-generate") as url, ollama(url) as client:
        lines = [*client.generate(model="example-1", prompt="Tell", stream=True)]
    heard = Heard(
        "".join(one.response or "" for one in lines),
        "".join(one.thinking or "" for one in lines),
        [],
        lines[-1].done_reason,
        counts(lines[-1]),
    )
    assert heard == told(ours("ollama-generate"))
