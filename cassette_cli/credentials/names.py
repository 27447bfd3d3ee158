"""Names that tell that their value is a secret, matched by words: `max_tokens` is none."""

from __future__ import annotations

from collections.abc import Collection

from cassette_cli.credentials import kinds
from cassette_cli.credentials.phrases import phrase_kind
from cassette_cli.credentials.words import split_words
from cassette_cli.model.kind import Kind

# Header names that say it whole, in words joined by blanks; the rest goes by its last words.
_HEADERS: dict[str, Kind] = {
    "authorization": kinds.AUTHORIZATION,
    "authentication": kinds.AUTHORIZATION,
    "proxy authorization": kinds.AUTHORIZATION,
    "x authorization": kinds.AUTHORIZATION,
    "x forwarded authorization": kinds.AUTHORIZATION,
    "x original authorization": kinds.AUTHORIZATION,
    "x serverless authorization": kinds.AUTHORIZATION,
    "cookie": kinds.COOKIES,
    "cookie 2": kinds.COOKIES,
    "set cookie": kinds.COOKIES,
    "set cookie 2": kinds.COOKIES,
    "token": kinds.TOKEN,
    "x token": kinds.TOKEN,
    "apikey": kinds.API_KEY,
    "x auth": kinds.TOKEN,
    "x auth key": kinds.API_KEY,
    "x functions key": kinds.API_KEY,
    "x goog iap jwt assertion": kinds.ID_TOKEN,
    "cf access jwt assertion": kinds.ID_TOKEN,
    "cf authorization": kinds.ID_TOKEN,
    "x amz security token": kinds.SESSION_TOKEN,
    "x honeycomb team": kinds.API_KEY,
    "x otp": kinds.PASSWORD,
    "dpop": kinds.WEAK_CREDENTIAL,
    "openai organization": kinds.ACCOUNT_ID,
    "openai project": kinds.ACCOUNT_ID,
    "anthropic organization id": kinds.ACCOUNT_ID,
    "anthropic workspace id": kinds.ACCOUNT_ID,
    "x goog user project": kinds.ACCOUNT_ID,
    "x oauth client id": kinds.CLIENT_ID,
    "x client id": kinds.CLIENT_ID,
    "cf access client id": kinds.CLIENT_ID,
    "x auth email": kinds.ACCOUNT_ID,
    "x amz account id": kinds.ACCOUNT_ID,
    "x azure tenant id": kinds.ACCOUNT_ID,
}

_PARAMETERS: dict[str, Kind] = {
    "key": kinds.WEAK_KEY,
    "token": kinds.TOKEN,
    "pw": kinds.PASSWORD,
    "code": kinds.AUTHORIZATION_CODE,
    "auth": kinds.WEAK_CREDENTIAL,
    "auth code": kinds.AUTHORIZATION_CODE,
    "code verifier": kinds.WEAK_CREDENTIAL,
    "device code": kinds.WEAK_CREDENTIAL,
    "assertion": kinds.WEAK_CREDENTIAL,
    "client assertion": kinds.WEAK_CREDENTIAL,
    "jwt": kinds.BEARER,
    "ticket": kinds.WEAK_CREDENTIAL,
    "sid": kinds.SESSION_ID,
    "session id": kinds.SESSION_ID,
    "phpsessid": kinds.SESSION_ID,
    "jsessionid": kinds.SESSION_ID,
    "appid": kinds.WEAK_KEY,
    "pass": kinds.PASSWORD,
    "sig": kinds.SIGNATURE,
    "signature": kinds.SIGNATURE,
    "hmac": kinds.SIGNATURE,
    "hdnea": kinds.SIGNATURE,
    "hdnts": kinds.SIGNATURE,
    "x amz signature": kinds.SIGNATURE,
    "x amz credential": kinds.ACCESS_KEY_ID,
    "x amz security token": kinds.SESSION_TOKEN,
    "x goog signature": kinds.SIGNATURE,
    "x goog credential": kinds.ACCESS_KEY_ID,
    "x oss signature": kinds.SIGNATURE,
    "x oss credential": kinds.ACCESS_KEY_ID,
    "x oss security token": kinds.SESSION_TOKEN,
    "x tos signature": kinds.SIGNATURE,
    "x ms signature": kinds.SIGNATURE,
    "q signature": kinds.SIGNATURE,
    "q ak": kinds.ACCESS_KEY_ID,
    "security token": kinds.SESSION_TOKEN,
    "oauth signature": kinds.SIGNATURE,
    "oauth token": kinds.OAUTH_TOKEN,
    "oauth consumer key": kinds.CLIENT_ID,
    "aws access key id": kinds.ACCESS_KEY_ID,
    "oss access key id": kinds.ACCESS_KEY_ID,
    "google access id": kinds.ACCESS_KEY_ID,
    "key pair id": kinds.ACCESS_KEY_ID,
    "policy": kinds.SIGNED_POLICY,
    "client id": kinds.CLIENT_ID,
}

# Fields of an upload that is signed are called like the parameters of a signed URL.
_SIGNED = {name: kind for name, kind in _PARAMETERS.items() if name.startswith("x ")}
# `Policy` is CloudFront's and S3's only in this spelling; in lower case it is anything.
_CASED = {"policy": "Policy"}
# What a tokenizer says of one of its tokens stands beside these.
_TOKENIZER = frozenset(
    ("logprob", "logprobs", "bytes", "top_logprobs", "token_id", "rank", "score")
)


def header_kind(name: str) -> Kind | None:
    """What the value of the header `name` (any case) is, None where the name tells nothing.

    For `Authorization`, `Cookie` and `Set-Cookie` the value has parts: see `authorization`
    and `cookies`.
    """
    words = split_words(name)
    kind = _HEADERS.get(" ".join(words)) or phrase_kind(words)
    return kinds.TOKEN if kind is kinds.WEAK_TOKEN else kind


def parameter_kind(name: str) -> Kind | None:
    """What the value of the URL query, fragment or form parameter `name` (decoded) is."""
    words = split_words(name.rpartition("[")[2].rstrip("]") or name)
    joined = " ".join(words)
    if _CASED.get(joined, name) != name:
        return None
    return _PARAMETERS.get(joined) or phrase_kind(words)


def json_key_kind(name: str, siblings: Collection[str] = ()) -> Kind | None:
    """What the value of the JSON key, XML element or form field `name` is.

    `siblings` are the names beside it in the same object: an access key beside a secret key is
    only its id, a `token` beside `logprob` is a piece of text.
    """
    words = split_words(name)
    kind = phrase_kind(words) or _SIGNED.get(" ".join(words))
    if kind is None:
        return None
    if words == ("token",) and not _TOKENIZER.isdisjoint(siblings):
        return None
    if kind is kinds.ACCESS_KEY and any("secret" in split_words(each) for each in siblings):
        return kinds.ACCESS_KEY_ID
    return kind
