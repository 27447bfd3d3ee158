"""The user's own example, exactly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEED = "../shared/seed/xai-grok-code-fast-simple-streaming.yaml"


@pytest.fixture(scope="module")
def shown() -> Any:
    if not (ROOT / SEED).exists():
        if os.environ.get("CASSETTE_NO_SKIP"):
            pytest.fail(f"{SEED} is missing")
        pytest.skip("the user's example is not here")
    command = [sys.executable, "-m", "cassette_cli", "show", SEED, "-o", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)["interactions"][0]


def test_the_exchange(shown: Any) -> None:
    assert (shown["index"], shown["id"], shown["kind"]) == (0, 0, "http")
    assert shown["request"]["method"] == "POST"
    assert shown["request"]["url"] == "https://api.x.ai/v1/chat/completions"
    assert shown["request"]["headers"][0] == ["Accept", ["application/json"]]
    assert shown["request"]["body"]["kind"] == "json"
    assert shown["request"]["body"]["size"] == 220
    assert shown["response"]["body"]["size"] == 4022
    assert (shown["response"]["status"], shown["response"]["reason"]) == (200, "OK")
    assert shown["duration_ms"] == 547.220583


def test_the_stream(shown: Any) -> None:
    stream = shown["stream"]
    assert stream["protocol"] == "openai-chat"
    assert (stream["events"], stream["chunks"], stream["complete"]) == (17, 16, True)
    message = stream["message"]
    assert message["reasoning"] == 'First, the user said: "Say hi in Portuguese."\n'
    assert message["text"] == "Olá!"
    assert (message["finish"], message["tool_calls"]) == ("stop", [])
    usage = message["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == (213, 2)
    assert usage["completion_tokens_details"]["reasoning_tokens"] == 198
    assert (usage["total_tokens"], usage["cost_in_usd_ticks"]) == (413, 3080400)


def test_the_rows(shown: Any) -> None:
    rows = shown["stream"]["rows"]
    assert rows[0] == {
        "number": 0, "event": None, "chunk": 0, "kind": "reasoning",
        "carries": ["role", "reasoning"], "text": "First", "bytes": 244, "line": 27,
    }  # fmt: skip
    assert [row["kind"] for row in rows] == ["reasoning"] * 12 + ["text"] * 2 + [
        "finish",
        "usage",
        "done",
    ]
    assert [row["chunk"] for row in rows] == [*range(16), None]
