"""Machine output: JSON that is deterministic and safe to print."""

from __future__ import annotations

import json
import math
from typing import Any

from cassette_cli.output.foreign import json_safe


def document(value: Any) -> str:
    """One document for a person with `jq` or without: indented, one final line feed."""
    return json_safe(_dumped(value, indent=2)) + "\n"


def line(value: Any) -> str:
    """One document on one line."""
    return json_safe(_dumped(value)) + "\n"


def _dumped(value: Any, indent: int | None = None) -> str:
    """JSON. Recorded numbers that it has no word for (`NaN`, `1e999`) become null."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, allow_nan=False, indent=indent)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _finite(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
