"""The JSON Schemas that ship with the program: recorders, machine output, configuration."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from cassette_cli.errors import UsageError

_HERE = Path(__file__).parent


def folder() -> Path:
    """`_schemas` inside an installed wheel, `schemas/` beside the package in a checkout."""
    inside = _HERE / "_schemas"
    return inside if inside.is_dir() else _HERE.parent / "schemas"


@cache
def names() -> tuple[str, ...]:
    """What `cassette schema` knows: `go-vcr-v2`, `lint.v1`, `config.v1` ..."""
    return tuple(sorted(path.stem for path in folder().rglob("*.json")))


def text(name: str) -> str:
    """The schema as it is stored.

    Raises:
        UsageError: there is none of that name.
    """
    for path in sorted(folder().rglob("*.json")):
        if path.stem == name:
            return path.read_text("utf-8")
    raise UsageError(f"there is no schema {name}", hint=f"there are {', '.join(names())}")


@cache
def schema(name: str) -> Any:
    """The schema as a value, read once."""
    return json.loads(text(name))
