"""Tokens that are known by their looks, in any text of the chain."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.model.secret import Secret
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span


def in_tokens(text: Layer[str], where: str) -> Iterator[Secret]:
    """The tokens in a text."""
    for found in find_tokens(text.value):
        yield Secret(found.format.as_kind(), Place(text, Span(found.start, found.end)), where)
