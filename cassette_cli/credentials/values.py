"""Whether a value can be what its telling name says: the veto over names."""

from __future__ import annotations

from cassette_cli.credentials.placeholders import is_placeholder
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.words import word_set
from cassette_cli.lazy import lazy
from cassette_cli.model.kind import Kind, SecretClass

# Words that stand where a secret could: constants, types of schemas, modes of authentication.
_WORDS = word_set(
    """
    null none nil undefined true false yes no on off string str text number integer int float
    double boolean bool object array list bytes binary date datetime any unknown optional
    required default auto automatic enabled disabled active inactive set unset bearer basic
    digest oauth oauth2 apikey api_key http https jwt custom system user public private
    password token secret key pass fail passed failed ok error pending success available
    unavailable always never managed manual internal external nan inf n/a na tbd ...
    """
)
_NUMBER = lazy(r"[-+]?[0-9]{1,15}(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_DATE = lazy(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]{2,6})?)?")
_VERSION = lazy(r"[v^~<>=]{0,3}[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}(?:[-+.a-z0-9]{0,16})?")
_REFERENCE = lazy(
    r"https?://|arn:|projects/|secrets?/|vault:|op://|env:|file:|[./~]+/|/[a-z]+/|[A-Za-z]:\\"
    r"|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2-|-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE)"
    r"|keyring:|data:[a-z]+/|urn:(?!uuid)"
)
_CREDENTIALS_IN_URL = lazy(r"[a-z][a-z0-9+.-]{1,20}://[^/\s@]{1,256}:[^/\s@]{1,256}@")
_UUID = lazy(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_KEY_ID = lazy(r"(?:AKIA|ASIA|SCW|LTAI|AKID|GOOG)[A-Za-z0-9]{12,40}")
_CODE = lazy(r"[A-Za-z_]+(?:\.[A-Za-z_]+)+(?:\(.*\))?|[A-Za-z_]+\(.*\)|\w+\[.*\]")
_PROSE_WORDS = 6
_SHORTEST = 4
_LONGEST = 65536


def plausible_value(kind: Kind, value: str) -> bool:
    """Whether `value` under a name of `kind` is to be believed a secret.

    Not so: empty or shorter than 4 characters, placeholders, constants and type names, dates,
    versions, references to where a secret is kept, public keys, prose; numbers unless a password
    or of 16 digits and more; and whatever does not look random where the name is ambiguous.
    Low-entropy passwords are believed. Linear in the length of `value`; never raises.
    """
    text = value.strip()
    if len(text) < _SHORTEST or len(text) > _LONGEST or text.lower() in _WORDS:
        return False
    if kind.secret_class in (SecretClass.ACCOUNT_IDENTIFIER, SecretClass.TELEMETRY):
        return not is_placeholder(text)
    if any(pattern.fullmatch(text) for pattern in (_DATE, _VERSION)) or _is_reference(text):
        return False
    if kind.needs_random and (_UUID.fullmatch(text) or not looks_random(text)):
        return False
    return _fits(kind, text) and not is_placeholder(text)


def _is_reference(text: str) -> bool:
    return bool(_REFERENCE.match(text)) and not _CREDENTIALS_IN_URL.match(text)


def _fits(kind: Kind, text: str) -> bool:
    words = len(text.split(None, _PROSE_WORDS))
    if kind.secret_class is SecretClass.PRIVATE_KEY:
        return words == 1 or "PRIVATE KEY" in text
    if kind.chosen:
        return words < _PROSE_WORDS and not (words > 2 and text.endswith((".", "?", "!", ":")))
    if _NUMBER.fullmatch(text) or _KEY_ID.fullmatch(text) or _CODE.fullmatch(text):
        return False
    return words == 1 or (words == 2 and looks_random(text))
