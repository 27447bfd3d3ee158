"""Frames of a websocket and gRPC calls are shown as what they are, never as HTTP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import cassette as run

FRAMES = """version: 1
interactions:
- kind: message
  direction: sent
  data:
    type: session.update
    voice: ara
- kind: message
  direction: received
  data: pong
- kind: close
  direction: received
"""
CALL = """version: 1
interactions:
- request_stream:
    json:
      model: grok-4
    raw: !!binary |
      CgZncm9rLTQ=
  response_stream:
    chunks_json:
    - text: Hi
    chunks_raw:
    - !!binary |
      CgJIaQ==
"""


def shown(text: str, *options: str, cwd: Path) -> str:
    (cwd / "wire.yaml").write_text(text, "utf-8")
    done = run("show", "wire.yaml", *options, cwd=cwd)
    assert (done.code, done.errors) == (0, "")
    return done.text


def documents(text: str, cwd: Path) -> list[Any]:
    found: list[Any] = json.loads(shown(text, "-o", "json", cwd=cwd))["interactions"]
    return found


def test_frames_are_listed_by_direction_and_type(tmp_path: Path) -> None:
    assert shown(FRAMES, cwd=tmp_path).splitlines() == [
        "wire.yaml · pydantic-ai v1 · 3 interactions",
        "",
        "#  direction  type            received  sent  body",
        "0  sent       session.update       0 B  42 B  json",
        "1  received   ?                    4 B   0 B  text",
        "2  received   ?                    0 B   0 B",
    ]


def test_a_frame_is_no_request_and_no_response(tmp_path: Path) -> None:
    assert shown(FRAMES, "-i", "0", cwd=tmp_path).splitlines() == [
        "wire.yaml · pydantic-ai v1 · interaction 0 of 0-2",
        "",
        "sent session.update",
        "",
        "▌ Frame  json · 42 B · stored as tree",
        "",
        "{",
        '  "type": "session.update",',
        '  "voice": "ara"',
        "}",
    ]


def test_a_call_has_both_messages(tmp_path: Path) -> None:
    assert shown(CALL, cwd=tmp_path).splitlines() == [
        "wire.yaml · pydantic-ai v1 · its only interaction",
        "",
        "gRPC grok-4",
        "",
        "▌ Request  json · 19 B · stored as tree",
        "",
        "{",
        '  "model": "grok-4"',
        "}",
        "",
        "▌ Response  json · 16 B · stored as tree",
        "",
        "[",
        "  {",
        '    "text": "Hi"',
        "  }",
        "]",
    ]


def test_programs_are_told_the_wire(tmp_path: Path) -> None:
    found = [(one["kind"], one["direction"]) for one in documents(FRAMES, tmp_path)]
    assert found == [("websocket", "sent"), ("websocket", "received"), ("websocket", "received")]
    (call,) = documents(CALL, tmp_path)
    assert (call["kind"], call["direction"], call["request"]["method"]) == ("grpc", None, None)
    assert call["response"]["status"] is None


@pytest.mark.parametrize("verb", ["lint", "validate"])
@pytest.mark.parametrize("text", [FRAMES, CALL])
def test_they_are_sound(verb: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "wire.yaml").write_text(text, "utf-8")
    done = run(verb, "wire.yaml", cwd=tmp_path)
    assert (done.code, done.text) == (0, "")
    assert "pydantic-ai v1" in done.errors
