"""Texts whose base64 stands in another text: the policy of an upload, a file in an API's answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cassette_cli.lazy import lazy
from cassette_cli.source.base64_layer import Base64, decode_base64
from cassette_cli.source.document import as_text
from cassette_cli.source.layer import Layer
from cassette_cli.source.spans import Span

_SHORTEST = 24
"""Characters of base64; what is shorter has no room for a secret."""
_STRING = lazy(r'"([A-Za-z0-9+/]{24,}+(?:\\++[nr][A-Za-z0-9+/]++)*+={0,2}(?:\\++[nr])?)\\*+"')
_BREAK = lazy(r"\\+[nr]")
"""A line break, as JSON writes it, also in JSON within JSON."""
_WHOLE = lazy(r"\s*+(?:[A-Za-z0-9+/]{4,}+\s*+)+={0,2}\s*+")
_UNPRINTABLE = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def base64_text(layer: Layer[str]) -> Layer[str]:
    """The UTF-8 text that all of a layer is the base64 of; the same object at every call.

    Raises:
        ValueError: it is no base64, or not of UTF-8.
    """
    if layer.packed is None:
        layer.packed = as_text(Base64(layer, Span(0, len(layer.value))))
    found: Any = layer.packed
    return found  # type: ignore[no-any-return]


def encoded_text(layer: Layer[str]) -> Layer[str] | None:
    """The same, where it is certain: the base64 of a printable text. Else None."""
    if decoded(layer.value) is None:
        return None
    return base64_text(layer)


def decoded(text: str) -> str | None:
    """The printable text that a text, blanks aside, is the base64 of; None where it is none."""
    if len(text) < _SHORTEST or _WHOLE.fullmatch(text) is None:
        return None
    try:
        found = decode_base64(text).decode()
    except ValueError:
        return None
    return None if _UNPRINTABLE.search(found) else found


def decoded_strings(text: str) -> Iterator[str]:
    """The printable texts that all of a text, or all of a JSON string in it, is the base64 of."""
    for one in (text, *_STRING.findall(text)):
        found = decoded(_BREAK.sub("", one) if "\\" in one else one)
        if found is not None:
            yield found
