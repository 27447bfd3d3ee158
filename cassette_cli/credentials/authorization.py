"""The secrets inside an `Authorization` header, whatever its scheme."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.credentials import kinds
from cassette_cli.credentials.parts import Encoding, Part, trimmed, unquoted
from cassette_cli.lazy import lazy
from cassette_cli.model.kind import Kind

# `name=value` and `name="value"`, as Digest, OAuth 1, Hawk, SigV4 and Rails' `Token` list them.
_PAIR = lazy(r'([A-Za-z][A-Za-z0-9_.-]{0,40})\s{0,4}=\s{0,4}("[^"]*"|[^\s,;"]+)')
_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9_-]{0,40})[ \t]{1,8}(?=[^ \t])")
# `AWS id:signature` (S3 before version 4) and Azure's `SharedKey account:signature`.
_ID_AND_SIGNATURE = lazy(r"([A-Za-z0-9_.-]{1,128}):([A-Za-z0-9+/=_-]{8,256})\Z")

_SCHEMES: dict[str, Kind] = {
    "bearer": kinds.BEARER,
    "token": kinds.TOKEN,
    "jwt": kinds.BEARER,
    "dpop": kinds.BEARER,
    "apikey": kinds.API_KEY,
    "api-key": kinds.API_KEY,
    "key": kinds.API_KEY,
    "geniekey": kinds.API_KEY,
    "oauth": kinds.OAUTH_TOKEN,
    "ssws": kinds.TOKEN,
    "splunk": kinds.TOKEN,
}
_SIGNED = frozenset(("aws", "sharedkey", "sharedkeylite", "goog1", "qiniu", "qbox", "cos"))
_PAIRS: dict[str, Kind] = {
    "access_token": kinds.ACCESS_TOKEN,
    "api_key": kinds.API_KEY,
    "apikey": kinds.API_KEY,
    "client_secret": kinds.CLIENT_SECRET,
    "key": kinds.API_KEY,
    "mac": kinds.SIGNATURE,
    "mediabrowser": kinds.TOKEN,
    "oauth_consumer_key": kinds.CLIENT_ID,
    "oauth_signature": kinds.SIGNATURE,
    "oauth_token": kinds.OAUTH_TOKEN,
    "password": kinds.PASSWORD,
    "response": kinds.DIGEST,
    "secret": kinds.SECRET,
    "sig": kinds.SIGNATURE,
    "signature": kinds.SIGNATURE,
    "token": kinds.TOKEN,
    "x-emby-token": kinds.TOKEN,
}


def authorization_parts(value: str) -> tuple[Part, ...]:
    """The parts of an `Authorization` or `Proxy-Authorization` value that are secrets.

    One of a scheme with a single token, several of a scheme with a list of pairs: of SigV4 the
    key id and the signature, of Digest the response. `name` is the scheme or the name of the
    pair. The part of `Basic` is in base64 and holds `user:password`. Never raises.
    """
    start, end = trimmed(value, 0, len(value))
    scheme = _SCHEME.match(value, start)
    if scheme is None:
        return (Part("", start, end, kinds.AUTHORIZATION),) if start < end else ()
    name, start = scheme[1].lower(), scheme.end()
    if name == "basic":
        return (Part(name, start, end, kinds.BASIC, Encoding.BASE64),)
    return tuple(_of_scheme(name, value, start, end))


def _of_scheme(name: str, value: str, start: int, end: int) -> Iterator[Part]:
    pairs = _PAIR.match(value, start)
    if pairs and (pairs[2][0] == '"' or "," in value[start:end] or pairs[1].lower() in _PAIRS):
        yield from _pairs(value, start, end)
        return
    signed = _ID_AND_SIGNATURE.match(value, start, end) if name in _SIGNED else None
    if signed:
        yield Part("id", *signed.span(1), kinds.ACCESS_KEY_ID)
        yield Part("signature", *signed.span(2), kinds.SIGNATURE)
        return
    again = _SCHEME.match(value, start)
    if again and again[1].lower() in _SCHEMES:
        start = again.end()
    yield Part(name, start, end, _SCHEMES.get(name, kinds.AUTHORIZATION))


def _pairs(value: str, start: int, end: int) -> Iterator[Part]:
    for pair in _PAIR.finditer(value, start, end):
        name = pair[1].lower()
        first, last = unquoted(value, *pair.span(2))
        if name == "credential":
            # SigV4: the key id, then `/date/region/service/aws4_request`.
            slash = value.find("/", first, last)
            yield Part(name, first, slash if slash >= 0 else last, kinds.ACCESS_KEY_ID)
        elif name in _PAIRS and first < last:
            yield Part(name, first, last, _PAIRS[name])
