"""AWS's SDK, and Anthropic's over Bedrock, hear in the frames what is read here."""

from __future__ import annotations

import json
from contextlib import closing
from typing import Any

from sdks import NO_KEY, QUESTION, Heard, decoded, ours, sdk, served, told

boto3 = sdk("boto3")
KEYS = {"aws_access_key_id": NO_KEY, "aws_secret_access_key": NO_KEY}


def client(service: str, url: str) -> Any:
    return closing(boto3.client(service, region_name="us-east-1", endpoint_url=url, **KEYS))


def test_converse() -> None:
    blocks: dict[int, list[str]] = {}
    calls: dict[int, Any] = {}
    heard = Heard()
    question = [{"role": "user", "content": [{"text": "Say hi"}]}]
    with served("bedrock-converse") as url, client("bedrock-runtime", url) as bedrock:
        for event in bedrock.converse_stream(modelId="m", messages=question)["stream"]:
            ((name, value),) = event.items()
            index = value.get("contentBlockIndex", -1)
            match name:
                case "contentBlockStart":
                    calls[index] = value["start"]["toolUse"]
                case "contentBlockDelta":
                    delta = value["delta"]
                    heard.text += delta.get("text", "")
                    heard.reasoning += delta.get("reasoningContent", {}).get("text", "")
                    blocks.setdefault(index, []).append(delta.get("toolUse", {}).get("input", ""))
                case "messageStop":
                    heard.finish = value["stopReason"]
                case "metadata":
                    heard.usage = value["usage"]
    heard.calls = [
        (one["toolUseId"], one["name"], decoded("".join(blocks[at]))) for at, one in calls.items()
    ]
    expected = told(ours("bedrock-converse"))
    assert expected.usage is not None
    expected.usage.pop("serverToolUsage")
    assert heard == expected


def test_a_model_invoked_sends_its_own_chunks() -> None:
    with served("bedrock-invoke") as url, client("bedrock-runtime", url) as bedrock:
        sent = bedrock.invoke_model_with_response_stream(modelId="m", body=b"{}")
        chunks = [json.loads(one["chunk"]["bytes"]) for one in sent["body"]]
    texts = [one["delta"].get("text", "") for one in chunks if one["type"].endswith("_delta")]
    assert "".join(texts) == ours("bedrock-invoke").text.value
    assert chunks[-1]["type"] == "message_stop"


def test_anthropic_over_bedrock() -> None:
    anthropic = sdk("anthropic")
    keys = {"aws_access_key": NO_KEY, "aws_secret_key": NO_KEY, "aws_region": "us-east-1"}
    question = {"model": "m", "max_tokens": 9, "messages": QUESTION}
    with (
        served("bedrock-invoke") as url,
        anthropic.AnthropicBedrock(base_url=url, max_retries=0, **keys) as bedrock,
        bedrock.messages.stream(**question) as stream,
    ):
        found = stream.get_final_message()
    thinking, text, call = found.content
    assert told(ours("bedrock-invoke")) == Heard(
        text.text,
        thinking.thinking,
        [(call.id, call.name, call.input)],
        found.stop_reason,
        found.usage.to_dict(),
    )


def test_an_agent() -> None:
    text, citations = b"", []
    names = {"agentId": "AGENTEXAMP", "agentAliasId": "ALIASEXAMP", "sessionId": "session-example"}
    streamed = {"streamFinalResponse": True}
    with served("bedrock-agent") as url, client("bedrock-agent-runtime", url) as agents:
        sent = agents.invoke_agent(inputText="Hi", streamingConfigurations=streamed, **names)
        for event in sent["completion"]:
            chunk = event.get("chunk", {})
            text += chunk.get("bytes", b"")
            citations += chunk.get("attribution", {}).get("citations", [])
    found = ours("bedrock-agent")
    assert (text.decode(), citations) == (found.text.value, list(found.citations))


def test_a_knowledge_base() -> None:
    text, citations = "", []
    name = "bedrock-agent-knowledge"
    with served(name) as url, client("bedrock-agent-runtime", url) as agents:
        sent = agents.retrieve_and_generate_stream(input={"text": "Hi"})
        for event in sent["stream"]:
            text += event.get("output", {}).get("text", "")
            if cited := event.get("citation"):
                cited.pop("citation")
                citations.append(cited)
    found = ours(name)
    assert (text, citations) == (found.text.value, list(found.citations))
