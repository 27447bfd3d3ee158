"""What sort of thing a secret is: its name, and the class that decides how it is treated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SecretClass(StrEnum):
    """How bad it is that the value is in a file; severities and defaults hang on this."""

    CREDENTIAL = "credential"
    PRIVATE_KEY = "private-key"
    SIGNED_URL = "signed-url"
    SESSION_COOKIE = "session-cookie"
    BOT_COOKIE = "bot-cookie"
    ACCOUNT_IDENTIFIER = "account-identifier"
    TELEMETRY = "telemetry"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of secret: a stable kebab-case name and its class.

    `needs_random` marks what an ambiguous name gives (`token`, `code`): only a value that looks
    random is believed. Without it any value that is not vetoed is, `hunter2` included.
    `chosen` marks what people make up and remember: such a value never leaves a fingerprint.
    """

    name: str
    secret_class: SecretClass = SecretClass.CREDENTIAL
    needs_random: bool = False
    chosen: bool = False


PASSWORD = Kind("password", chosen=True)
PASSPHRASE = Kind("passphrase", chosen=True)
URL_PASSWORD = Kind("url-password", chosen=True)
URL_USER_TOKEN = Kind("url-user-token", needs_random=True)
BASIC = Kind("basic-credentials", chosen=True)
DIGEST = Kind("digest-response", chosen=True)
SECRET = Kind("secret")
CLIENT_SECRET = Kind("client-secret")
API_KEY = Kind("api-key")
SECRET_KEY = Kind("secret-key")
ACCESS_KEY = Kind("access-key")
ACCESS_TOKEN = Kind("access-token")
REFRESH_TOKEN = Kind("refresh-token")
ID_TOKEN = Kind("id-token")
SESSION_TOKEN = Kind("session-token")
BEARER = Kind("bearer-token")
AUTHORIZATION = Kind("authorization")
OAUTH_TOKEN = Kind("oauth-token")
TOKEN = Kind("token")
WEAK_TOKEN = Kind("token", needs_random=True)
WEAK_KEY = Kind("key", needs_random=True)
WEAK_CREDENTIAL = Kind("credential", needs_random=True)
AUTHORIZATION_CODE = Kind("authorization-code", needs_random=True)
CSRF_TOKEN = Kind("csrf-token", SecretClass.SESSION_COOKIE, needs_random=True)
SESSION_ID = Kind("session-id", SecretClass.SESSION_COOKIE, needs_random=True)
COOKIES = Kind("cookie", SecretClass.SESSION_COOKIE)
SESSION_COOKIE = Kind("session-cookie", SecretClass.SESSION_COOKIE)
OTHER_COOKIE = Kind("cookie", SecretClass.SESSION_COOKIE, needs_random=True)
BOT_COOKIE = Kind("bot-cookie", SecretClass.BOT_COOKIE)
ROUTING_COOKIE = Kind("routing-cookie", SecretClass.BOT_COOKIE)
ANALYTICS_COOKIE = Kind("analytics-cookie", SecretClass.TELEMETRY)
PRIVATE_KEY = Kind("private-key", SecretClass.PRIVATE_KEY)
SIGNATURE = Kind("request-signature", SecretClass.SIGNED_URL)
SIGNED_POLICY = Kind("signed-policy", SecretClass.SIGNED_URL)
ACCESS_KEY_ID = Kind("access-key-id", SecretClass.ACCOUNT_IDENTIFIER)
CLIENT_ID = Kind("client-id", SecretClass.ACCOUNT_IDENTIFIER)
ACCOUNT_ID = Kind("account-id", SecretClass.ACCOUNT_IDENTIFIER)
PUBLISHABLE_KEY = Kind("publishable-key", SecretClass.ACCOUNT_IDENTIFIER)
WRITE_KEY = Kind("telemetry-write-key", SecretClass.TELEMETRY)
