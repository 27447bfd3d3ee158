"""A usage in words, in the order and with the details in which its provider tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.output.foreign import one_line
from cassette_cli.output.units import duration

_HUMP = lazy(r"(?<=[a-z0-9])(?=[A-Z])")
_TOKENS = ("_tokens", "_token_count")
_NANOSECONDS = "_duration"
"""How the names of Ollama's times end."""
_ONE_DAY = 86_400 * 10**9


def usage_words(usage: dict[str, Any], owner: str = "") -> Iterator[str]:
    """`213 prompt`, `198 completion reasoning`, `cost_in_usd_ticks 3,080,400`; no zeros."""
    for name, value in usage.items():
        if isinstance(value, dict):
            yield from usage_words(value, f"{owner}{_owner(name)} ")
        elif isinstance(value, str):
            yield one_line(f"{name} {value}")
        elif value and isinstance(value, int | float) and not isinstance(value, bool):
            yield one_line(_counted(name, value, owner))


def _counted(name: str, value: float, owner: str) -> str:
    """One number; what counts tokens needs no unit."""
    snake = _HUMP.sub("_", name).lower()
    suffix = next((one for one in _TOKENS if snake.endswith(one)), None)
    if suffix is not None:
        return f"{value:,} {owner}{snake.removesuffix(suffix).replace('_', ' ')}"
    if snake.endswith(_NANOSECONDS) and isinstance(value, int) and value < _ONE_DAY:
        return f"{snake.replace('_', ' ')} {duration(value / 1e6)}"
    return f"{name} {value:,}"


def _owner(name: str) -> str:
    """What the parts of `prompt_tokens_details` belong to."""
    return name.removesuffix("_details").removesuffix("_tokens").replace("_", " ")
