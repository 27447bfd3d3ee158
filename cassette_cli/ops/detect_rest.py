"""Secrets where no recorder looks."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials.signed_urls import may_be_signed
from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_json import in_leaf, key_names, kind_below, may_name
from cassette_cli.ops.detect_same import SHORTEST
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.ops.rest import KEY, Rest
from cassette_cli.source.encoded import decoded
from cassette_cli.source.layer import Layer


def in_the_rest(rest: Rest) -> Iterator[Secret]:
    """Tokens anywhere, and values under telling keys."""
    tokens = _has_tokens(rest)
    names: dict[int, frozenset[str]] = {}
    for where, node, parent, name in rest.leaves:
        tells = may_name(name)
        if tells and id(parent) not in names:
            names[id(parent)] = key_names(parent)
        if tokens or tells or _holds_more(node.value):
            kind, name = kind_below(parent, name, names[id(parent)]) if tells else (None, name)
            yield from in_leaf(rest.document.text(node), kind, name, where, tokens=tokens)
    for where, text in rest.between:
        yield from in_tokens(text, where)


def _holds_more(value: str) -> bool:
    """A quick look at a value: whether it may be JSON, a signed URL, or the base64 of a text."""
    return value.startswith(("{", "[")) or may_be_signed(value) or decoded(value) is not None


def _has_tokens(rest: Rest) -> bool:
    """A look at all leaves at once: most files have nothing there. Binary ones are decoded."""
    texts = (
        rest.document.text(leaf.node).value if leaf.node.tag else leaf.node.value
        for leaf in rest.leaves
    )
    return any(True for _ in find_tokens("\n".join(texts)))


def rest_texts(rest: Rest) -> Iterator[tuple[str, Layer[str]]]:
    """Every value and comment that is long enough to repeat a secret, with its place in words.

    No keys: a password may be called like a field, and what is a key to the recorder must stay.
    """
    for leaf in rest.leaves:
        if leaf.where != KEY and len(leaf.node.value) >= SHORTEST:
            yield leaf.where, rest.document.text(leaf.node)
    yield from rest.between
