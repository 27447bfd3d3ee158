"""A value found once is a secret wherever else it stands: the URL and the form, the header and the
body. Half-done redaction is the most common real leak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.model.kind import HARMLESS
from cassette_cli.model.secret import Secret
from cassette_cli.ops.needles import Needles
from cassette_cli.ops.spellings import Spellings
from cassette_cli.source.encoded import decoded_strings, encoded_text
from cassette_cli.source.json_layer import json_tree
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.node import scalars
from cassette_cli.source.spans import Span
from cassette_cli.streams.strands import strands

SHORTEST = 8
"""Characters: a shorter value, or one of letters alone, may be an ordinary word elsewhere."""


def same_values(
    found: Iterable[Secret], texts: Iterable[tuple[str, Layer[str]]]
) -> Iterator[Secret]:
    """Every further place, in these texts, of the values that were found."""
    values: dict[str, Secret] = {}
    for secret in found:
        value = secret.reveal()
        telling = len(value) >= SHORTEST and not value.isalpha()
        if telling and secret.secret_class not in HARMLESS:
            values.setdefault(value, secret)
    if not values:
        return
    plain = Needles(values)
    spelled = Spellings(values)
    for where, text in texts:
        for value in plain.within(text.value):
            for start in _starts(text.value, value):
                yield Secret(values[value].of, Place(text, Span(start, start + len(value))), where)
        for value, place in spelled.within(text):
            yield Secret(values[value].of, place, where)
        if "\\" in text.value:
            yield from _behind_escapes(text, where, plain, values)
        if any(map(plain.within, decoded_strings(text.value))):
            yield from _behind_base64(text, where, plain, values)


def texts(cassette: Cassette) -> Iterator[tuple[str, Layer[str]]]:
    """Every text that the messages of the recording hold, with its place in words."""
    for interaction in cassette.interactions:
        if interaction.request.url is not None:
            yield "URL", interaction.request.url
        for message in interaction.messages:
            for header in message.headers:
                yield from ((f"header {header.name.value}", value) for value in header.values)
            yield from ((f"field {one.name}", one.text) for one in message.extra)
            yield from _body_texts(cassette, message)


def _body_texts(cassette: Cassette, message: Message) -> Iterator[tuple[str, Layer[str]]]:
    body = message.body
    where = f"{message.side} body"
    if body.tree is not None:
        for leaf in scalars(body.tree):
            yield where, cassette.document.text(leaf)
    if body.text is not None:
        yield where, body.text
    yield from ((where, inner.text) for inner in body.texts())
    if message.stream is not None:
        if body.text is None:
            yield from ((where, text) for text in message.stream.data())
        for choice in message.stream.choices:
            yield from ((where, joined) for joined in choice.joined())
        yield from ((where, strand.joined()) for strand in strands(message.stream))


def _behind_escapes(
    text: Layer[str], where: str, needles: Needles, values: dict[str, Secret]
) -> Iterator[Secret]:
    """Occurrences that are spelled with JSON escapes, or stand in JSON inside a JSON string."""
    tree = json_tree(text)
    if tree is None:
        return
    for route, leaf in tree.leaves():
        for value in needles.within(leaf.value):
            layer = tree.leaf(leaf, route)
            for start in _starts(leaf.value, value):
                place = Place(layer, Span(start, start + len(value)))
                yield Secret(values[value].of, place, where)


def _behind_base64(
    text: Layer[str], where: str, needles: Needles, values: dict[str, Secret]
) -> Iterator[Secret]:
    """Occurrences in the text that all of a text is the base64 of, or a string of its JSON."""
    tree = json_tree(text)
    leaves = (tree.leaf(leaf, route) for route, leaf in tree.leaves()) if tree else (text,)
    for inner in filter(None, map(encoded_text, leaves)):
        for value in needles.within(inner.value):
            for start in _starts(inner.value, value):
                place = Place(inner, Span(start, start + len(value)))
                yield Secret(values[value].of, place, f"{where}, base64")


def _starts(text: str, value: str) -> Iterator[int]:
    at = text.find(value)
    while at >= 0:
        yield at
        at = text.find(value, at + len(value))
