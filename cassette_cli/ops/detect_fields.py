"""Secrets that a name tells: headers, cookies, URLs, form fields."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials import kinds
from cassette_cli.credentials.authorization import authorization_parts
from cassette_cli.credentials.cookie_names import cookie_kind
from cassette_cli.credentials.cookies import cookie_parts, set_cookie_parts
from cassette_cli.credentials.names import header_kind, parameter_kind
from cassette_cli.credentials.signed_urls import signed_urls
from cassette_cli.credentials.urls import parameters, url_parts
from cassette_cli.credentials.values import plausible_value
from cassette_cli.lazy import lazy
from cassette_cli.model.cassette import Field, Message, Text
from cassette_cli.model.kind import Kind
from cassette_cli.model.secret import Secret
from cassette_cli.ops.detect_parts import decoded, from_parts
from cassette_cli.ops.detect_text import in_tokens
from cassette_cli.source.layer import Layer, Slice
from cassette_cli.source.spans import Span

_URL = lazy(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"'\\^`{|}]+|(?<![^\s])/[^\s<>\"'\\^`{|}]+")
"""A URL within a header, absolute or a path; what may not stand in one ends it."""

_JSON_STARTS = ("{", "[", "%7B", "%7b", "%5B", "%5b")
"""A brace or a bracket, in any of the ways to write one in a form."""


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
        yield from from_parts(set_cookie_parts(value.value), value, "cookie")
    else:
        yield from in_named(kind, value, f"header {name}")


def in_named(kind: Kind, value: Layer[str], where: str) -> Iterator[Secret]:
    """The secrets in a value whose name tells its kind: its parts, or all of it."""
    if kind is kinds.AUTHORIZATION:
        yield from from_parts(authorization_parts(value.value), value, where)
    elif kind is kinds.COOKIES:
        yield from from_parts(cookie_parts(value.value), value, "cookie")
    elif plausible_value(kind, value.value):
        yield Secret(kind, value.whole(), where)


def in_url(url: Text, where: str) -> Iterator[Secret]:
    """Secrets in a URL: user and password, query and fragment, and tokens anywhere in it."""
    yield from in_tokens(url, where)
    yield from _in_part(url, (0, len(url.value)), f"{where} parameter")


def in_links(text: Layer[str], where: str) -> Iterator[Secret]:
    """Secrets in the parameters of the signed URLs within a text."""
    for span in signed_urls(text.value):
        yield from _in_part(text, span, f"{where}, URL parameter")


def _in_part(text: Layer[str], span: tuple[int, int], where: str) -> Iterator[Secret]:
    """Secrets in the URL that stands at this span of a text."""
    start = span[0]
    parts = (
        part._replace(start=part.start + start, end=part.end + start)
        for part in url_parts(text.value[slice(*span)])
    )
    yield from from_parts(parts, text, where)


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
    yield from from_parts(parameters(text.value), text, f"{where}, form field")


def json_values(text: Layer[str]) -> Iterator[Layer[str]]:
    """The values of a form, decoded, that begin as JSON does."""
    for part in parameters(text.value):
        if text.value.startswith(_JSON_STARTS, part.start):
            place = decoded(text, Span(part.start, part.end))
            yield place.layer if place.layer is not text else Slice(text, place.span)
