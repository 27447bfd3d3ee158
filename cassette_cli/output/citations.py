"""What an answer cites, in a line: providers describe their sources each in their own way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.output.foreign import cut

_NAMES = ("title", "document_title", "name", "filename", "text", "cited_text")
_PLACES = ("url", "uri", "source", "file_id", "id")
_INNER = (
    "web", "url_citation", "retrievedContext", "maps", "sources", "document", "location",
    "content", "s3Location", "webLocation", "customDocumentLocation",
)  # fmt: skip
_LISTS = ("retrievedReferences",)
"""Bedrock's citations name a sentence of the answer and all that stands behind it."""
_LONGEST = 100


def citation_words(citation: dict[str, Any]) -> Iterator[str]:
    """`Title, https://...`: what it is called, and where it stands; its keys where neither is."""
    for one in _each(citation):
        names = (_first(one, _NAMES), _first(one, _PLACES))
        words = ", ".join(dict.fromkeys(cut(name, _LONGEST) for name in names if name))
        yield words or ", ".join(one) or "(nothing)"


def _each(citation: dict[str, Any]) -> list[dict[str, Any]]:
    """The sources of a citation that has a list of them, else itself."""
    lists = (citation[name] for name in _LISTS if isinstance(citation.get(name), list))
    found = [one for one in next(lists, []) if isinstance(one, dict)]
    return found or [citation]


def _first(value: Any, names: tuple[str, ...]) -> str:
    """The first text of these names, here or further down."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return ""
    for name in names:
        if isinstance(value.get(name), str) and value[name]:
            return str(value[name])
    inner = (_first(value[name], names) for name in _INNER if name in value)
    return next(filter(None, inner), "")
