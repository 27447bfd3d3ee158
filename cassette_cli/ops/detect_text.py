"""Tokens that are known by their looks, in any text of the chain."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.lazy import lazy
from cassette_cli.model.secret import Secret
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span

_PART = ',"'
"""What stands before a member of an object, or a string in a list."""
_LONG = 1 << 15
"""Characters below which it takes as long to leave out the repetitions as to look at them."""
_KEY_AFTER_COMMA = lazy(r',"\s*+:')
"""A key that ends with a comma, which would be taken apart."""
_ACROSS = "-----BEGIN "
"""How the only format of tokens begins that may go on behind a quotation mark."""


def in_tokens(text: Layer[str], where: str) -> Iterator[Secret]:
    """The tokens in a text."""
    for found in find_tokens(text.value):
        yield Secret(found.format.as_kind(), Place(text, Span(found.start, found.end)), where)


def each_part_once(text: str) -> str:
    """The parts of a long JSON text, or of a stream of it, without those that came before.

    No token is in the text, no key and no string, that is not in what is left as well, between
    the same characters; only the order is lost. The text itself where that would not hold, or
    little would be saved.
    """
    if len(text) < _LONG or _ACROSS in text or _KEY_AFTER_COMMA.search(text):
        return text
    parts = _PART.join(dict.fromkeys(text.split(_PART)))
    return parts if len(parts) < len(text) // 2 else text
