"""Every stream of the corpus reads as its provider's own SDK, or a plain sum of it, read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from invoke import cassette as run
from support import SHARED, shared


def expected() -> Iterator[dict[str, Any]]:
    """What is known of the streams of the corpus; nothing where there is none."""
    path = SHARED / "corpus" / "expected-streams.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    yield from map(json.loads, lines)


EXPECTED = list(expected())
IDS = [f"{Path(one['file']).stem}-{one['interaction']}" for one in EXPECTED]
each = pytest.mark.parametrize("record", EXPECTED, ids=IDS)


@cache
def shown(file: str) -> list[dict[str, Any]]:
    done = run("show", "-o", "json", shared("corpus", file), cwd=Path("/"))
    assert done.code == 0
    return list(json.loads(done.text)["interactions"])


def stream(record: dict[str, Any]) -> dict[str, Any]:
    """The stream as shown; masked secrets would differ, and there are none in a message."""
    found: dict[str, Any] = shown(record["file"])[record["interaction"]]["stream"]
    return found


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def canonical(text: str) -> str | None:
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return None
    return digest(json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))


def test_the_corpus_has_many() -> None:
    shared("corpus", "expected-streams.jsonl")
    assert len(EXPECTED) >= 116


@each
def test_events_and_chunks_are_counted(record: dict[str, Any]) -> None:
    found = stream(record)
    assert found["protocol"] == record["family"]
    assert (found["events"], found["chunks"]) == (record["events"], record["chunks"])


@each
@pytest.mark.parametrize("part", ["text", "reasoning"])
def test_what_was_said_is_joined(record: dict[str, Any], part: str) -> None:
    found = stream(record)["message"][part]
    assert (len(found), digest(found)) == (record[f"{part}_length"], record[f"{part}_sha256"])


@each
def test_tool_calls_are_joined(record: dict[str, Any]) -> None:
    calls = stream(record)["message"]["tool_calls"]
    assert [
        {
            "id": call["id"],
            "name": call["name"],
            "arguments_sha256": digest(call["arguments"]),
            "arguments_canonical_sha256": canonical(call["arguments"]),
        }
        for call in calls
    ] == record["tool_calls"]


@each
def test_finish_and_usage_are_the_providers_own(record: dict[str, Any]) -> None:
    message = stream(record)["message"]
    assert (message["finish"], message["usage"]) == (record["finish"], record["usage"])


@each
def test_rows_add_up(record: dict[str, Any]) -> None:
    found = stream(record)
    rows = found["rows"]
    assert [row["number"] for row in rows] == list(range(len(rows)))
    chunks = [row["chunk"] for row in rows if row["chunk"] is not None]
    assert chunks == list(range(found["chunks"]))
    assert [row["line"] for row in rows] == sorted(row["line"] for row in rows)
    for kind in ("text", "reasoning"):
        spoken = "".join(row["text"] for row in rows if row["carries"] == [kind])
        if all(kind not in row["carries"] or row["carries"] == [kind] for row in rows):
            assert spoken == found["message"][kind]


KNOWN = {
    "api.avian.io": "mixed-stream-ids",
    "api.groq.com": "stream-error",
    "openrouter.ai": "stream-error",
    "api.writer.com": "missing-terminator",
}
"""One gateway numbers chunks anew, two tests are about errors, one provider sends no `[DONE]`."""


@each
def test_sound_streams_have_no_other_problem(record: dict[str, Any]) -> None:
    found = {problem["rule"] for problem in stream(record)["problems"]}
    assert found <= {KNOWN.get(record["host"])}


def test_the_known_problems_are_seen() -> None:
    found = {one["host"] for one in EXPECTED if stream(one)["problems"]}
    assert not EXPECTED or found == KNOWN.keys()
