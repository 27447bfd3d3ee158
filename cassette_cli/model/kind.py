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


HARMLESS = frozenset(
    {SecretClass.BOT_COOKIE, SecretClass.TELEMETRY, SecretClass.ACCOUNT_IDENTIFIER}
)
"""Classes whose values nobody needs to look for elsewhere, and which hide no other secret."""


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
