"""What an answer cites, in a line: providers describe their sources each in their own way."""

from __future__ import annotations

from typing import Any

_NAMES = ("title", "document_title", "name", "filename", "text", "cited_text")
_PLACES = ("url", "uri", "source", "file_id", "id")
_INNER = ("web", "url_citation", "retrievedContext", "maps", "sources", "document", "location")


def citation_words(citation: dict[str, Any]) -> str:
    """`Title, https://...`: what it is called, and where it stands; its keys where neither is."""
    name, place = _first(citation, _NAMES), _first(citation, _PLACES)
    words = ", ".join(dict.fromkeys(filter(None, (name, place))))
    return words or ", ".join(citation) or "(nothing)"


def _first(value: Any, names: tuple[str, ...]) -> str:
    """The first text of these names, here or one level down."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return ""
    for name in names:
        if isinstance(value.get(name), str) and value[name]:
            return str(value[name])
    inner = (_first(value[name], names) for name in _INNER if name in value)
    return next(filter(None, inner), "")
