"""Secrets in JSON: values under telling keys at any depth, and tokens behind escapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from cassette_cli.credentials.names import json_key_kind
from cassette_cli.credentials.signed_urls import may_be_signed
from cassette_cli.credentials.tokens import find_tokens
from cassette_cli.lazy import lazy
from cassette_cli.model.kind import HARMLESS, Kind
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_fields import in_links, in_named
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.document import Document
from cassette_cli.source.encoded import decoded_strings, encoded_text
from cassette_cli.source.json_layer import Route, json_tree
from cassette_cli.source.layer import Layer
from cassette_cli.source.node import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    children,
    resolved,
    text_of,
)

_KEY = lazy(r'"([^"\\]{1,80})\\*"\s*:')
_ESCAPED = lazy(r"(?<!\\)\\++(?:/|u00([0-7][0-9a-fA-F]))")
_NESTED = 4
_Told = tuple[Kind | None, str]
"""The kind that a name gives a value, and the name."""
_LeafLayer = Callable[[Scalar, Route], Layer[str]]


def in_json_texts(texts: Iterable[Layer[str]], where: str) -> Iterator[Secret]:
    """Secrets in texts that may be JSON: a body, the data of its events, joined arguments."""
    for text in texts:
        yield from _in_json(text, where, _NESTED)


def may_tell(text: str) -> bool:
    """A quick look at a text: whether any of its JSON keys, however escaped, tells of a secret, a
    URL in it may be signed, or base64 in it may hold either, or a token."""
    return _may_tell(text) or any(map(_may_hold, decoded_strings(text)))


def _may_tell(text: str) -> bool:
    named = any(may_name(name) for name in set(_KEY.findall(text)))
    return named or has_hidden_tokens(text) or may_be_signed(text)


def _may_hold(text: str) -> bool:
    return may_tell(text) or any(True for _ in find_tokens(text))


def has_hidden_tokens(text: str) -> bool:
    """Whether a token shows only once `\\/` and `\\u002B` are undone."""
    if "\\" not in text or _ESCAPED.search(text) is None:
        return False
    plain = _ESCAPED.sub(_unescape, text)
    return sum(1 for _ in find_tokens(plain)) > sum(1 for _ in find_tokens(text))


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 16)) if found.group(1) else "/"


def in_tree(document: Document, node: Node, where: str) -> Iterator[Secret]:
    """Secrets in a body that the file holds as a YAML tree."""
    yield from _walk(node, lambda leaf, _: document.text(leaf), where, _NESTED, tokens=True)


def _in_json(text: Layer[str], where: str, depth: int) -> Iterator[Secret]:
    if not may_tell(text.value):
        return
    tree = json_tree(text)
    if tree is not None:
        hidden = has_hidden_tokens(text.value)
        yield from _walk(tree.root, tree.leaf, where, depth, tokens=hidden)
    elif depth and (inner := encoded_text(text)) is not None:
        yield from in_leaf(inner, None, "", f"{where}, base64", depth - 1)


def _walk(
    root: Node, layer_of: _LeafLayer, where: str, depth: int, *, tokens: bool
) -> Iterator[Secret]:
    """Every leaf with the kind that its key, or the name beside it, gives it."""
    stack: list[tuple[Route, Node, Kind | None, str]] = [((), root, None, "")]
    while stack:
        route, node, kind, name = stack.pop()
        node = resolved(node)
        if isinstance(node, Scalar):
            layer = layer_of(node, route)
            yield from in_leaf(layer, kind, name, where, depth, tokens=tokens)
            continue
        for steps, child, inner in reversed(list(_below(node, (kind, name)))):
            stack.append(((*route, *steps), child, *inner))


def _below(node: Node, outer: _Told) -> Iterator[tuple[Route, Node, _Told]]:
    """What is in a collection, each with the steps to it and with what its name tells.

    A name is a key, the first of two where a list holds nothing but pairs, or for the items of
    any other list that of the list.
    """
    if _are_pairs(node):
        for at, pair in children(node):
            first, second = (child for _, child in children(resolved(pair)))
            label = text_of(first) or ""
            yield (at, 0), first, (None, "")
            yield (at, 1), second, (_kind(label), label)
        return
    names = key_names(node)
    for step, child in children(node):
        is_item = isinstance(node, Sequence)
        yield (step,), child, outer if is_item else kind_below(node, str(step), names)


def _are_pairs(node: Node) -> bool:
    """Whether a list holds nothing but lists of two texts, as form fields are kept."""
    return isinstance(node, Sequence) and bool(node.items) and all(map(_is_pair, node.items))


def _is_pair(node: Node) -> bool:
    node = resolved(node)
    items = node.items if isinstance(node, Sequence) else ()
    return len(items) == 2 and all(text_of(item) is not None for item in items)


def key_names(node: Node | None) -> frozenset[str]:
    """The names of a mapping's keys; none of anything else."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return frozenset(text_of(key) or "" for key, _ in entries)


def kind_below(node: Node | None, key: str, names: frozenset[str]) -> tuple[Kind | None, str]:
    """The kind that a mapping with keys of these names gives the value of `key`, and the name that
    tells it: the key's, or the `name` beside a `value`."""
    if not isinstance(node, Mapping) or not may_name(key):
        return None, key
    if key == "value":
        label = text_of(node.get("name")) or text_of(node.get("key"))
        if label:
            return _kind(label), label
    return json_key_kind(key, names), key


def in_leaf(
    layer: Layer[str],
    kind: Kind | None,
    name: str,
    where: str,
    depth: int = _NESTED,
    *,
    tokens: bool = True,
) -> Iterator[Secret]:
    """Secrets in one value: as its kind says, or else tokens in it and what JSON in it says."""
    named = list(in_named(kind, layer, f"{where}, key {name}")) if kind is not None else []
    yield from named
    if any(one.secret_class not in HARMLESS for one in named):
        return
    if tokens:
        yield from in_tokens(layer, where)
    yield from in_links(layer, where)
    if not depth:
        return
    if layer.value.lstrip()[:1] in ("{", "["):
        yield from _in_json(layer, where, depth - 1)
    elif (inner := encoded_text(layer)) is not None:
        yield from in_leaf(inner, None, name, f"{where}, base64", depth - 1)


@lru_cache(4096)
def _kind(name: str) -> Kind | None:
    return json_key_kind(name)


@lru_cache(4096)
def may_name(name: str) -> bool:
    """Whether a key of this name may tell what its value is."""
    return _kind(name) is not None or name == "value"
