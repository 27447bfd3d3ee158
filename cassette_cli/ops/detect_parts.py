"""Secrets in the parts of a header, a URL or a form, behind the encoding of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.bodies.percent import Percent
from cassette_cli.credentials import kinds
from cassette_cli.credentials.parts import Encoding, Part
from cassette_cli.credentials.values import plausible_value
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.base64_layer import Base64, is_base64
from cassette_cli.source.document import as_text
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span


def from_parts(parts: Iterable[Part], text: Layer[str], where: str) -> Iterator[Secret]:
    """The secrets among the parts of a text, each decoded as it says."""
    for part in parts:
        span = Span(part.start, part.end)
        match part.encoding:
            case Encoding.BASE64:
                yield from _in_basic(text, span, where)
            case Encoding.PERCENT:
                yield from _in_value(decoded(text, span), part, where)
            case _:
                yield from _in_value(Place(text, span), part, where)


def _in_value(place: Place, part: Part, where: str) -> Iterator[Secret]:
    value = place.layer.value[slice(*place.span)]
    words = f"{where} {part.name}" if part.name else where
    if isinstance(place.layer, Percent):
        yield from in_tokens(place.layer, words)
    if part.kind is not None and plausible_value(part.kind, value):
        yield Secret(part.kind, place, words)


def decoded(text: Layer[str], span: Span) -> Place:
    """The value behind a percent-encoded part, decoded as often as it was encoded.

    `+` is a blank only as it is written: one that `%2B` stood for is a plus.
    """
    layer, place = text, Place(text, span)
    for times in range(3):
        value = layer.value[slice(*place.span)]
        if "%" not in value and (times or "+" not in value):
            break
        inner = Percent(layer, place.span, plus=not times)
        if inner.value == value:
            break
        layer, place = inner, inner.whole()
    return place


def _in_basic(text: Layer[str], span: Span, where: str) -> Iterator[Secret]:
    """`Basic`: the password behind the colon, or the user where it is all there is."""
    encoded = text.value[slice(*span)]
    if not is_base64(encoded):
        if plausible_value(kinds.BASIC, encoded):
            yield Secret(kinds.BASIC, Place(text, span), where)
        return
    decoded = as_text(Base64(text, span))
    colon = decoded.value.find(":")
    tokens = list(in_tokens(decoded, where))
    yield from tokens
    inner = Span(colon + 1, len(decoded.value))
    if inner.start == inner.end or colon < 0:
        inner = Span(0, colon if colon >= 0 else len(decoded.value))
    value = decoded.value[slice(*inner)]
    if plausible_value(kinds.BASIC, value):
        yield Secret(kinds.BASIC, Place(decoded, inner), where)
