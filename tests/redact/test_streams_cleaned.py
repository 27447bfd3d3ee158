"""A secret that a model streamed in pieces is replaced across the pieces, and nothing else is."""

from __future__ import annotations

import json

import pytest
from planted import letters, openai
from redacting import clean, go_vcr, text_after

KEY = openai("streams")
PIECES = (KEY[:20], KEY[20:91], KEY[91:])


def event(**delta: object) -> str:
    """One chunk as JSON without blanks."""
    chunk = {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]}
    return "data: " + json.dumps(chunk, separators=(",", ":"), ensure_ascii=True)


def folded(text: str) -> str:
    """A double-quoted YAML scalar folded as go-yaml folds: blanks to line ends, `\\n` escaped."""
    escaped = json.dumps(text)
    return escaped.replace("data: ", "data:\n      ").replace("\\n\\n", "\\n\\n\\\n      ")


def streamed(pieces: tuple[str, ...]) -> str:
    events = [event(role="assistant", content="Use ")]
    events += [event(content=piece) for piece in pieces]
    events += [event(content=" \u00e9h?"), "data: [DONE]"]
    return go_vcr(type="text/event-stream", response=folded("\n\n".join([*events, ""]) + "\n"))


def test_split_over_three_deltas_in_a_folded_scalar() -> None:
    result = clean(streamed(PIECES), gone=PIECES)
    assert len(result.redactions) == 1
    written = result.redactions[0].placeholder
    assert len(written) == len(KEY)
    assert written.startswith("REDACTED-")
    assert len(result.redactions[0].location.spans) >= 3
    expected = streamed((written[:20], written[20:91], written[91:]))
    assert text_after(result) == expected


def test_the_same_key_spoken_and_sent_gets_one_placeholder() -> None:
    text = streamed(PIECES).replace("Accept: ['*/*']", f"Authorization: ['Bearer {KEY}']")
    result = clean(text, gone=[KEY, *PIECES])
    assert len({one.placeholder for one in result.redactions}) == 1
    assert len(result.redactions) == 2


@pytest.mark.parametrize("cuts", [(1, 2, 3), (5, 60, 100), (8, 9, 150)])
def test_however_it_is_cut(cuts: tuple[int, int, int]) -> None:
    a, b, c = cuts
    pieces = (KEY[:a], KEY[a:b], KEY[b:c], KEY[c:])
    result = clean(streamed(pieces), gone=[piece for piece in pieces if len(piece) > 12])
    written = result.redactions[0].placeholder
    assert text_after(result) == streamed((written[:a], written[a:b], written[b:c], written[c:]))


def test_arguments_of_a_tool_call_streamed_in_pieces() -> None:
    secret = letters("arguments", 32)
    arguments = json.dumps({"q": "a", "client_secret": secret})
    pieces = [arguments[:25], arguments[25:40], arguments[40:]]

    def text(parts: list[str]) -> str:
        calls = [{"index": 0, "function": {"arguments": part}} for part in parts]
        first = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "f"}}
        events = [event(role="assistant", tool_calls=[first])]
        events += [event(tool_calls=[call]) for call in calls]
        body = "\n\n".join([*events, "data: [DONE]", ""]) + "\n"
        return go_vcr(type="text/event-stream", response=folded(body))

    result = clean(text(pieces))
    written = arguments.replace(secret, result.redactions[0].placeholder)
    assert text_after(result) == text([written[:25], written[25:40], written[40:]])
