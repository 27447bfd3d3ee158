"""Machine output: JSON that is deterministic and safe to print."""

from __future__ import annotations

import json
from typing import Any

from cassette_cli.output.foreign import json_safe


def document(value: Any) -> str:
    """One document for a person with `jq` or without: indented, one final line feed."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def line(value: Any) -> str:
    """One document on one line."""
    return json_safe(json.dumps(value, ensure_ascii=False, separators=(", ", ": "))) + "\n"
