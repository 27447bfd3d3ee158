"""`--show-config`: each value and where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cassette_cli.model.config import Config

_HIDDEN = ("base", "root", "source", "origins")
_TABLES = ("per_file_ignores", "severity")
_SPELLED = {"ignores": "ignore", "deselect": "--ignore", "exclude_here": "--exclude"}
_ONLY_GIVEN = ("deselect", "exclude_here")
"""Options that no file has a key for."""


def config_lines(config: Config) -> Iterator[str]:
    """`key = value  # source`, as TOML would have it."""
    origins = dict(config.origins)
    for field in fields(Config):
        given = getattr(config, field.name)
        if field.name in _HIDDEN or (field.name in _ONLY_GIVEN and not given):
            continue
        key = _SPELLED.get(field.name, field.name.replace("_", "-"))
        value = getattr(config, field.name)
        shown = "{}" if field.name in _TABLES and not value else _toml(value)
        source = origins.get(key) or ("default" if value == field.default else "command line")
        yield f"{key} = {shown}  # {source}"


def _toml(value: Any) -> str:
    if value is None:
        return '"default rules"'
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in value) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return "{" + ", ".join(f"{name} = {_toml(v)}" for name, v in pairs if v is not None) + "}"
    return json.dumps(value, ensure_ascii=False)
