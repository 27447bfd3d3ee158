"""The one grammar of selectors: `3`, `-1`, `2:5`, `method=POST`, `status=4xx`, `url=GLOB`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

from cassette_cli.errors import UsageError
from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Interaction

_INDEX = lazy(r"[-+]?[0-9]{1,9}")
_SLICE = lazy(r"([-+]?[0-9]{1,9})?:([-+]?[0-9]{1,9})?(?::([-+]?[0-9]{1,9})?)?")
_STATUS = lazy(r"[1-5xX][0-9xX]{2}")


def select(
    interactions: Sequence[Interaction], selectors: Sequence[str]
) -> tuple[Interaction, ...]:
    """The interactions that any of `selectors` names, in the order of the file.

    Raises:
        UsageError: a selector is malformed, or an index is beyond the end.
    """
    chosen = {index for selector in selectors for index in _matching(interactions, selector)}
    return tuple(one for one in interactions if one.index in chosen)


def _matching(interactions: Sequence[Interaction], selector: str) -> Sequence[int]:
    """The indices that a selector names; entries of the file that are no exchange have one too."""
    numbers = range(interactions[-1].index + 1 if interactions else 0)
    if _INDEX.fullmatch(selector):
        return [_by_index(numbers, int(selector))]
    found = _SLICE.fullmatch(selector)
    if found:
        start, stop, step = (int(part) if part else None for part in found.groups())
        if step == 0:
            raise UsageError(f"the selector {selector} has a step of 0")
        return numbers[start:stop:step]
    matches = _field(selector)
    return [one.index for one in interactions if matches(one)]


def _by_index(numbers: range, index: int) -> int:
    try:
        return numbers[index]
    except IndexError:
        held = f"they run from 0 to {numbers[-1]}" if len(numbers) > 1 else "there is only 0"
        held = held if numbers else "the file has none"
        raise UsageError(f"there is no interaction {index}", found=held) from None


def _field(selector: str) -> Callable[[Interaction], bool]:
    name, equals, value = selector.partition("=")
    match name:
        case "method" if equals and value:
            return lambda one: _text(one.request.method).upper() == value.upper()
        case "status" if _STATUS.fullmatch(value):
            pattern = re.compile(value.lower().replace("x", r"[0-9]"))
            return lambda one: pattern.fullmatch(str(one.response.status)) is not None
        case "url" if equals and value:
            return lambda one: _matches_url(_text(one.request.url), value)
        case _:
            raise UsageError(
                f"{selector} is no selector",
                hint="use 3, -1, 2:5, method=POST, status=4xx or url='*/chat/*'",
            )


def _matches_url(url: str, pattern: str) -> bool:
    """The whole URL as a glob; a pattern without any wildcard may be a part of it."""
    return fnmatchcase(url, pattern) if re.search(r"[*?\[]", pattern) else pattern in url


def _text(layer: object) -> str:
    return str(getattr(layer, "value", ""))
