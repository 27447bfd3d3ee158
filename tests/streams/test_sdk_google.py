"""Google's SDK hears in both of Gemini's streams what is read here."""

from __future__ import annotations

from typing import Any

from sdks import NO_KEY, Heard, decoded, ours, sdk, served, told


def google(url: str) -> Any:
    genai = sdk("google.genai")
    return genai.Client(api_key=NO_KEY, http_options={"base_url": url})


def test_gemini() -> None:
    heard = Heard()
    question = {"model": "example-1", "contents": "Say hi"}
    with served("gemini-generate") as url, google(url) as client:
        for chunk in client.models.generate_content_stream(**question):
            (candidate,) = chunk.candidates
            for part in candidate.content.parts:
                hear(heard, part)
            heard.finish = candidate.finish_reason and candidate.finish_reason.value
            heard.usage = chunk.usage_metadata.model_dump(
                mode="json", by_alias=True, exclude_none=True
            )
    assert heard == told(ours("gemini-generate"))


def hear(heard: Heard, part: Any) -> None:
    if part.function_call:
        call = part.function_call
        heard.calls.append((call.id, call.name, call.args))
    elif part.thought:
        heard.reasoning += part.text
    else:
        heard.text += part.text


def test_gemini_interactions() -> None:
    heard, arguments, call = Heard(), "", None
    question = {"model": "example-1", "input": "Say hi", "stream": True}
    with served("gemini-interactions") as url, google(url) as client:
        for event in client.interactions.create(**question):
            delta = getattr(event, "delta", None)
            match delta and delta.type:
                case "text":
                    heard.text += delta.text
                case "thought_summary":
                    heard.reasoning += delta.content.text
                case "arguments_delta":
                    arguments += delta.arguments
            if event.event_type == "step.start" and event.step.type == "function_call":
                call = event.step
            if event.event_type == "interaction.completed":
                heard.finish = event.interaction.status
                heard.usage = event.interaction.usage.model_dump(exclude_none=True)
    assert call is not None
    heard.calls = [(call.id, call.name, decoded(arguments))]
    assert heard == told(ours("gemini-interactions"))
