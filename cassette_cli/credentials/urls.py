"""The places of a URL that can hold a secret."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote_plus

from cassette_cli.credentials import kinds
from cassette_cli.credentials.names import parameter_kind
from cassette_cli.credentials.parts import Encoding, Part

_HTML_AMPERSAND = "amp;"


def url_parts(url: str) -> Iterator[Part]:
    """User and password, then the parameters of query and fragment, in their order.

    Absolute and relative URLs; offsets are into `url` as it is, values percent-encoded as they
    are. The user alone (`https://token@host`) is of a kind, beside a password it has none.
    Never raises, whatever `url` is.
    """
    hash_at = url.find("#")
    rest = len(url) if hash_at < 0 else hash_at
    query = url.find("?", 0, rest)
    yield from _userinfo(url, rest if query < 0 else query)
    if query >= 0:
        yield from parameters(url, query + 1, rest)
    if hash_at >= 0:
        query = url.find("?", hash_at)
        yield from parameters(url, (hash_at if query < 0 else query) + 1, len(url))


def parameters(text: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
    """Each `name=value` of `text[start:end]`, a query or an `x-www-form-urlencoded` body.

    Separated by `&`, which may be written `&amp;`. Names are decoded, values are not.
    """
    end = len(text) if end is None else end
    while start < end:
        stop = text.find("&", start, end)
        stop = end if stop < 0 else stop
        if text.startswith(_HTML_AMPERSAND, start):
            start += len(_HTML_AMPERSAND)
        equals = text.find("=", start, stop)
        if equals >= 0:
            name = unquote_plus(text[start:equals])
            yield Part(name, equals + 1, stop, parameter_kind(name), Encoding.PERCENT)
        start = stop + 1


def _userinfo(url: str, end: int) -> Iterator[Part]:
    start = url.find("//", 0, end) + 2
    if start < 2 or url[: start - 2].rstrip(":").count("/"):
        return
    slash = url.find("/", start, end)
    at = url.rfind("@", start, end if slash < 0 else slash)
    if at < 0:
        return
    colon = url.find(":", start, at)
    alone = colon < 0 or colon + 1 == at
    user_end = at if colon < 0 else colon
    yield Part("user", start, user_end, kinds.URL_USER_TOKEN if alone else None, Encoding.PERCENT)
    if not alone:
        yield Part("password", colon + 1, at, kinds.URL_PASSWORD, Encoding.PERCENT)
