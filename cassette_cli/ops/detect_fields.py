"""Secrets that a name tells: headers, cookies, URLs, form fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cassette_cli.bodies.percent import Percent
from cassette_cli.credentials import kinds
from cassette_cli.credentials.authorization import authorization_parts
from cassette_cli.credentials.cookie_names import cookie_kind
from cassette_cli.credentials.cookies import cookie_parts, set_cookie_part
from cassette_cli.credentials.names import header_kind, parameter_kind
from cassette_cli.credentials.parts import Encoding, Part
from cassette_cli.credentials.urls import parameters, url_parts
from cassette_cli.credentials.values import plausible_value
from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Field, Message, Text
from cassette_cli.model.kind import Kind
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.base64_layer import Base64, is_base64
from cassette_cli.source.document import as_text
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span

_URL = lazy(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"'\\^`{|}]+|(?<![^\s])/[^\s<>\"'\\^`{|}]+")
"""A URL within a header, absolute or a path; what may not stand in one ends it."""


def in_headers(message: Message) -> Iterator[Secret]:
    """Secrets in the headers of one message."""
    for header in message.headers:
        name = header.name.value
        kind = header_kind(name)
        for value in header.values:
            yield from in_tokens(value, f"header {name}")
            if kind is not None:
                yield from _in_header(name, kind, value)
            for found in _URL.finditer(value.value):
                yield from _in_part(value, found.span(), f"header {name} parameter")


def _in_header(name: str, kind: Kind, value: Text) -> Iterator[Secret]:
    if kind is kinds.COOKIES and name.lower().startswith("set-cookie"):
        part = set_cookie_part(value.value)
        yield from _from_parts([part] if part else [], value, "cookie")
    else:
        yield from in_named(kind, value, f"header {name}")


def in_named(kind: Kind, value: Layer[str], where: str) -> Iterator[Secret]:
    """The secrets in a value whose name tells its kind: its parts, or all of it."""
    if kind is kinds.AUTHORIZATION:
        yield from _from_parts(authorization_parts(value.value), value, where)
    elif kind is kinds.COOKIES:
        yield from _from_parts(cookie_parts(value.value), value, "cookie")
    elif plausible_value(kind, value.value):
        yield Secret(kind, value.whole(), where)


def in_url(url: Text, where: str) -> Iterator[Secret]:
    """Secrets in a URL: user and password, query and fragment, and tokens anywhere in it."""
    yield from in_tokens(url, where)
    yield from _in_part(url, (0, len(url.value)), f"{where} parameter")


def _in_part(text: Text, span: tuple[int, int], where: str) -> Iterator[Secret]:
    """Secrets in the URL that stands at this span of a text."""
    start = span[0]
    parts = (
        part._replace(start=part.start + start, end=part.end + start)
        for part in url_parts(text.value[slice(*span)])
    )
    yield from _from_parts(parts, text, where)


def in_field(field: Field) -> Iterator[Secret]:
    """A secret in a field of the recorder's that repeats the wire, such as go-vcr's `form`."""
    name, text = field.name, field.text
    match field.holds:
        case "url":
            yield from in_url(text, name)
        case "cookie":
            yield from in_tokens(text, f"cookie {name}")
            yield from _as(cookie_kind(name), text, f"cookie {name}")
        case "parameter":
            yield from in_tokens(text, f"form field {name}")
            yield from _as(parameter_kind(name), text, f"form field {name}")
        case "bytes":
            yield from in_tokens(text, name)


def _as(kind: Kind | None, text: Text, where: str) -> Iterator[Secret]:
    """All of a text, if it may be a secret of the kind that its name gives it."""
    if kind is not None and plausible_value(kind, text.value):
        yield Secret(kind, text.whole(), where)


def in_parameters(text: Layer[str], where: str) -> Iterator[Secret]:
    """Secrets in an `x-www-form-urlencoded` body."""
    yield from _from_parts(parameters(text.value), text, f"{where}, form field")


def _from_parts(parts: Iterable[Part], text: Layer[str], where: str) -> Iterator[Secret]:
    for part in parts:
        span = Span(part.start, part.end)
        match part.encoding:
            case Encoding.BASE64:
                yield from _in_basic(text, span, where)
            case Encoding.PERCENT:
                yield from _in_value(_decoded(text, span), part, where)
            case _:
                yield from _in_value(Place(text, span), part, where)


def _in_value(place: Place, part: Part, where: str) -> Iterator[Secret]:
    value = place.layer.value[slice(*place.span)]
    words = f"{where} {part.name}" if part.name else where
    if isinstance(place.layer, Percent):
        yield from in_tokens(place.layer, words)
    if part.kind is not None and plausible_value(part.kind, value):
        yield Secret(part.kind, place, words)


def _decoded(text: Layer[str], span: Span) -> Place:
    """The value behind a percent-encoded part, decoded as often as it was encoded.

    `+` is a blank only as it is written: one that `%2B` stood for is a plus.
    """
    layer, place = text, Place(text, span)
    for times in range(3):
        value = layer.value[slice(*place.span)]
        if "%" not in value and (times or "+" not in value):
            break
        decoded = Percent(layer, place.span, plus=not times)
        if decoded.value == value:
            break
        layer, place = decoded, decoded.whole()
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
