"""What models counted and charged, summed over recordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, TypeGuard
from urllib.parse import unquote

from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Interaction
from cassette_cli.model.stream import GENERIC, Stream
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.node import Mapping, text_of

UNKNOWN = "?"

_MOST = 2**63
"""More than anybody counts; JSON has numbers that no sum can hold."""
_TICKS = 10**10
"""xAI's ticks of a dollar (https://docs.x.ai/developers/cost-tracking)."""
_INPUT = (
    "prompt_tokens", "input_tokens", "promptTokenCount", "inputTokens", "total_input_tokens",
    "prompt_eval_count", "inputTokenCount",
)  # fmt: skip
_OUTPUT = (
    "completion_tokens", "output_tokens", "candidatesTokenCount", "outputTokens",
    "total_output_tokens", "eval_count", "outputTokenCount",
)  # fmt: skip
_REASONING = ("reasoning_tokens", "thoughtsTokenCount", "total_thought_tokens", "thinking_tokens")
_CACHED = (
    "cached_tokens", "cache_read_input_tokens", "cachedContentTokenCount", "cacheReadInputTokens",
    "total_cached_tokens", "prompt_cache_hit_tokens",
)  # fmt: skip
_TOTAL = ("total_tokens", "totalTokenCount", "totalTokens")
_COST = ("cost", "total_cost", "estimated_cost")
_IN_PATH = lazy(r"/models?/([^/:?]+)")


@dataclass(slots=True)
class Usage:
    """The sums of one model, tokens as its provider counts them.

    `generated` is the output with the reasoning, which some count within it and some beside it;
    `cost` is in US dollars, None where none was recorded.
    """

    model: str
    answers: int = 0
    chunks: int = 0
    prompt: int = 0
    cached: int = 0
    output: int = 0
    reasoning: int = 0
    generated: int = 0
    total: int = 0
    cost: float | None = None

    def add(self, stream: Stream) -> None:
        """Add one answer."""
        usage = stream.message.usage or {}
        asked, said, thought = (_count(usage, names) for names in (_INPUT, _OUTPUT, _REASONING))
        whole = _count(usage, _TOTAL) or asked + said
        beside = thought if whole >= asked + said + thought or thought > said else 0
        self.answers += 1
        self.chunks += stream.chunks
        self.prompt += asked
        self.cached += _count(usage, _CACHED)
        self.output += said
        self.reasoning += thought
        self.generated += said + beside
        self.total += whole
        cost = _cost(usage)
        if cost is not None:
            self.cost = (self.cost or 0) + cost


def add_usages(known: dict[str, Usage], interactions: Iterable[Interaction]) -> None:
    """Add the answers of models in these interactions to what is known, by model."""
    for interaction in interactions:
        for message in interaction.messages:
            told = message.stream or message.answer
            if told is not None and told.protocol not in GENERIC and told.message.usage:
                name = _model(interaction, told)
                known.setdefault(name, Usage(name)).add(told)


def total(known: Iterable[Usage]) -> Usage:
    """The sum of several."""
    found = Usage("total")
    for usage in known:
        for field in fields(Usage)[1:]:
            more = getattr(usage, field.name)
            if more is not None:
                setattr(found, field.name, (getattr(found, field.name) or 0) + more)
    return found


def _model(interaction: Interaction, told: Stream) -> str:
    """The model that the answer names, else the request's body, else its URL."""
    return told.model or _asked(interaction) or _in_path(interaction) or UNKNOWN


def _asked(interaction: Interaction) -> str | None:
    text = interaction.request.body.text
    tree = json_tree(text) if text is not None and '"model"' in text.value else None
    if tree is None or not isinstance(tree.root, Mapping):
        return None
    return text_of(tree.root.get("model"))


def _in_path(interaction: Interaction) -> str | None:
    url = interaction.request.url
    found = _IN_PATH.search(url.value) if url is not None else None
    return unquote(found[1]) if found else None


def _count(usage: dict[str, Any], names: tuple[str, ...]) -> int:
    """The first of these counts, at the top before any below it."""
    for holder in _holders(usage):
        for name in names:
            found = holder.get(name)
            if type(found) is int and 0 <= found < _MOST:
                return found
    return 0


def _cost(usage: dict[str, Any]) -> float | None:
    for holder in _holders(usage):
        ticks = holder.get("cost_in_usd_ticks")
        if _is_amount(ticks):
            return float(ticks) / _TICKS
        for name in _COST:
            if _is_amount(holder.get(name)):
                return float(holder[name])
    return None


def _is_amount(value: Any) -> TypeGuard[int | float]:
    """Whether it is a number that can be added up."""
    return type(value) in (int, float) and 0 <= value < _MOST


def _holders(usage: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The usage, then the objects in it: Cohere's `tokens` before what it bills."""
    yield usage
    inner = {name: value for name, value in usage.items() if isinstance(value, dict)}
    for name in sorted(inner, key=lambda name: name != "tokens"):
        yield inner[name]
