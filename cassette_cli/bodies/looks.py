"""Looks at a body that several readers take."""

from __future__ import annotations

import json

from cassette_cli.model.body import Body
from cassette_cli.source.charset_layer import CharsetText
from cassette_cli.source.spans import Span


def is_json(text: str) -> bool:
    """Whether a text is a JSON object or list, for the parsers that clients use."""
    stripped = text.removeprefix("\ufeff").strip()
    if stripped[:1] + stripped[-1:] not in ("{}", "[]"):
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        return False
    return True


def byte_text(body: Body) -> CharsetText:
    """The bytes of a body, each as one character: what stands in them in plain can be found."""
    assert body.data is not None, "it was stored as bytes"
    return CharsetText(body.data, Span(0, len(body.data.value)), "latin-1")
