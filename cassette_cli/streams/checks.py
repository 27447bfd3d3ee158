"""What is wrong with a message once its chunks are joined."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from cassette_cli.model.stream import AssembledMessage, Problem
from cassette_cli.streams.chunk import Chunk

_IN = ("prompt_tokens", "input_tokens", "inputTokens", "promptTokenCount", "total_input_tokens")
_OUT = (
    "completion_tokens", "output_tokens", "outputTokens", "candidatesTokenCount",
    "total_output_tokens",
)  # fmt: skip
_TOTAL = ("total_tokens", "totalTokens", "totalTokenCount")
_MOST = 6
"""Further counts that are tried: some providers add what others count among the rest."""


def checked(
    choices: Sequence[AssembledMessage], usage: dict[str, Any] | None, used: Chunk | None
) -> Iterator[Problem]:
    """Calls without a name, arguments that are no JSON, a total that is not its parts' sum.

    `used` is the chunk that the usage came with.
    """
    for message in choices:
        for call in message.tool_calls:
            if not call.arguments.value:
                continue
            if not call.name:
                words = "a tool call has no name: the chunk in which it begins is missing"
                yield Problem("missing-chunk", words, call.arguments.whole())
            if not _is_object(call.arguments.value):
                words = "the arguments of a tool call are not a JSON object"
                yield Problem("invalid-tool-arguments", words, call.arguments.whole())
    if usage is not None and used is not None and not _adds_up(usage):
        words = "the tokens of the usage do not add up to its total"
        yield Problem("usage-mismatch", words, used.place)


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _adds_up(usage: dict[str, Any]) -> bool:
    """Whether prompt and completion, and any of the other counts beside them, make the total."""
    total, said, heard = (_count(usage, names) for names in (_TOTAL, _IN, _OUT))
    if total is None or said is None or heard is None:
        return True
    missing = total - said - heard
    others = [value for value in _counts(usage, {*_IN, *_OUT, *_TOTAL}) if value][:_MOST]
    sizes = range(len(others) + 1)
    return any(sum(some) == missing for size in sizes for some in combinations(others, size))


def _count(usage: dict[str, Any], names: Sequence[str]) -> int | None:
    return next((usage[name] for name in names if type(usage.get(name)) is int), None)


def _counts(usage: dict[str, Any], but: set[str]) -> Iterator[int]:
    """Every other whole number, those of the details last."""
    for name, value in usage.items():
        if type(value) is int and name not in but:
            yield value
    for value in usage.values():
        if isinstance(value, dict):
            yield from _counts(value, but)
