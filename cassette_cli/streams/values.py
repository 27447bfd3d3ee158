"""Values of a chunk's JSON, taken only where they have the type they should have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def mapping(value: Any, *names: str) -> dict[str, Any]:
    """The object at these names, one below the other; an empty one where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def text(value: Any, name: str) -> str:
    """The string of this name; `""` where there is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def number(value: Any, name: str, otherwise: int = 0) -> int:
    """The whole number of this name, else the other one."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if type(found) is int else otherwise


def listed(value: Any, name: str) -> Sequence[tuple[int, dict[str, Any]]]:
    """The objects of the list of this name, each with its 0-based index."""
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, list):
        return ()
    return [(index, item) for index, item in enumerate(found) if isinstance(item, dict)]


def complaint(error: Any) -> str:
    """The words of an error, wherever the speaker puts them."""
    for _ in range(3):
        if not isinstance(error, dict):
            break
        error = error.get("error") or error.get("message") or error.get("Message")
    return error if isinstance(error, str) else ""
