"""The last words of a name, and what they say of its value."""

from __future__ import annotations

from cassette_cli.credentials import kinds
from cassette_cli.credentials.words import word_set
from cassette_cli.model.kind import Kind

# Words after the telling ones that change nothing: `password_value`, `api_key_2`.
_TRAILERS = frozenset(
    ("value", "plain", "plaintext", "raw", "base64", "b64", "confirm", "confirmation", "again")
)
# Anywhere in a name, these make it talk about a secret, or about what is public.
_HARMLESS = word_set(
    """
    has is needs requires require allow allows use uses using with without no enable enabled
    disable disabled public pub publishable masked redacted count num max min total limit
    expected supports py
    """
)

_KINDS: dict[str, Kind] = {
    "password": kinds.PASSWORD,
    "passwords": kinds.PASSWORD,
    "passphrase": kinds.PASSPHRASE,
    "passcode": kinds.PASSWORD,
    "password hash": kinds.PASSWORD,
    "root pass": kinds.PASSWORD,
    "user pass": kinds.PASSWORD,
    "admin pass": kinds.PASSWORD,
    "db pass": kinds.PASSWORD,
    "smtp pass": kinds.PASSWORD,
    "ftp pass": kinds.PASSWORD,
    "proxy pass": kinds.PASSWORD,
    "login pass": kinds.PASSWORD,
    "mysql pass": kinds.PASSWORD,
    "secret": kinds.SECRET,
    "secrets": kinds.SECRET,
    "client secret": kinds.CLIENT_SECRET,
    "consumer secret": kinds.CLIENT_SECRET,
    "app secret": kinds.CLIENT_SECRET,
    "secret key": kinds.SECRET_KEY,
    "secret access key": kinds.SECRET_KEY,
    "secret hash": kinds.SECRET,
    "api key": kinds.API_KEY,
    "api keys": kinds.API_KEY,
    "rest key": kinds.API_KEY,
    "application key": kinds.API_KEY,
    "app key": kinds.API_KEY,
    "auth key": kinds.API_KEY,
    "admin key": kinds.API_KEY,
    "master key": kinds.API_KEY,
    "service key": kinds.API_KEY,
    "service role key": kinds.API_KEY,
    "server key": kinds.API_KEY,
    "subscription key": kinds.API_KEY,
    "license key": kinds.API_KEY,
    "functions key": kinds.API_KEY,
    "deploy key": kinds.WEAK_KEY,
    "integration key": kinds.WEAK_KEY,
    "primary key": kinds.WEAK_KEY,
    "secondary key": kinds.WEAK_KEY,
    "primary master key": kinds.API_KEY,
    "account key": kinds.API_KEY,
    "storage key": kinds.WEAK_KEY,
    "shared key": kinds.SECRET_KEY,
    "shared access key": kinds.SECRET_KEY,
    "encryption key": kinds.SECRET_KEY,
    "signing key": kinds.SECRET_KEY,
    "signing secret": kinds.SECRET_KEY,
    "session key": kinds.SECRET_KEY,
    "hmac key": kinds.SECRET_KEY,
    "hmac secret": kinds.SECRET_KEY,
    "jwt key": kinds.SECRET_KEY,
    "webhook key": kinds.SECRET_KEY,
    "private key": kinds.PRIVATE_KEY,
    "private key pem": kinds.PRIVATE_KEY,
    "private key id": kinds.ACCESS_KEY_ID,
    "private pem": kinds.PRIVATE_KEY,
    "access key": kinds.ACCESS_KEY,
    "access key id": kinds.ACCESS_KEY_ID,
    "api key id": kinds.ACCESS_KEY_ID,
    "consumer key": kinds.CLIENT_ID,
    "write key": kinds.WRITE_KEY,
    "ingestion key": kinds.WRITE_KEY,
    "ingest key": kinds.WRITE_KEY,
    "instrumentation key": kinds.WRITE_KEY,
    "access token": kinds.ACCESS_TOKEN,
    "refresh token": kinds.REFRESH_TOKEN,
    "id token": kinds.ID_TOKEN,
    "identity token": kinds.ID_TOKEN,
    "bearer token": kinds.BEARER,
    "bearer": kinds.BEARER,
    "jwt": kinds.BEARER,
    "session token": kinds.SESSION_TOKEN,
    "security token": kinds.SESSION_TOKEN,
    "oauth token": kinds.OAUTH_TOKEN,
    "oauth token secret": kinds.OAUTH_TOKEN,
    "token": kinds.WEAK_TOKEN,
    "csrf": kinds.CSRF_TOKEN,
    "csrf token": kinds.CSRF_TOKEN,
    "authenticity token": kinds.CSRF_TOKEN,
    "request verification token": kinds.CSRF_TOKEN,
    "credential": kinds.WEAK_CREDENTIAL,
    "credentials": kinds.WEAK_CREDENTIAL,
    "authorization": kinds.AUTHORIZATION,
    "auth": kinds.WEAK_CREDENTIAL,
    "authorization code": kinds.AUTHORIZATION_CODE,
    "code verifier": kinds.WEAK_CREDENTIAL,
    "device code": kinds.WEAK_CREDENTIAL,
    "client assertion": kinds.WEAK_CREDENTIAL,
    "saml response": kinds.WEAK_CREDENTIAL,
    "cookie": kinds.OTHER_COOKIE,
    "session cookie": kinds.SESSION_COOKIE,
    "sas token": kinds.SIGNATURE,
    "organization id": kinds.ACCOUNT_ID,
    "client id": kinds.CLIENT_ID,
}
_TABLE = {tuple(phrase.split()): kind for phrase, kind in _KINDS.items()}
_LONGEST = max(map(len, _TABLE))

# Before `token`: whose token it is, and that it opens something.
_OPENING = word_set(
    """
    api auth app application user bot account admin personal private service client device
    push registration deploy deployment runner job trigger feed webhook gateway bearer login
    sso jwt master root access secret vault consul nomad plex figma github gitlab slack
    discord telegram notion linear jira shopify npm pypi hf huggingface replicate subscription
    installation impersonation delegation upload download read write read-only project group
    team workspace organization org company tenant agent ephemeral temporary scoped machine x
    join enrollment enroll verification activation invitation invite remember verifier influx
    sentry circle travis codecov algolia meili mapbox datadog honeycomb dynatrace
    """
)
# Before `token`: a cursor, a piece of text, or a mark of a tokenizer or a protocol.
_HARMLESS_TOKENS = word_set(
    """
    page next previous prev continuation continue cursor sync pagination paging resume
    resumption delta progress position bos eos pad unk sep cls mask special stop end start
    begin first last added prompt completion input output cached cache reasoning thinking
    audio text image video generated predicted sampled top current draft idempotency
    cancellation request cancel change version etag concurrency nonce ip checkpoint watch
    batch marker scroll per tool thought think chat pause offset tick ordering partition
    design syntax lexical json css
    """
)


def phrase_kind(words: tuple[str, ...]) -> Kind | None:
    """What a name of these `words` says of its value, by the longest known phrase at its end."""
    words = _trimmed(words)
    if not words or not _HARMLESS.isdisjoint(words):
        return None
    for size in range(min(_LONGEST, len(words)), 0, -1):
        kind = _TABLE.get(words[-size:])
        if kind is not None:
            return _token_kind(words) if kind is kinds.WEAK_TOKEN else kind
    return None


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end and (words[end - 1] in _TRAILERS or words[end - 1].isdigit()):
        end -= 1
    return words[:end]


def _token_kind(words: tuple[str, ...]) -> Kind | None:
    before = words[:-1]
    if not _HARMLESS_TOKENS.isdisjoint(before):
        return None
    return kinds.TOKEN if before and before[-1] in _OPENING else kinds.WEAK_TOKEN
