"""The rule `signed-url`."""

from __future__ import annotations

from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.secret_rule import SecretRule

_SIGNATURE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class SignedUrl(SecretRule):
    """A signature that lets anybody who has the URL do what it was made for, until it expires.

    AWS (`X-Amz-Signature`, SigV4 `Authorization`), Google (`X-Goog-Signature`), Azure (`sig`).
    """

    name = "signed-url"
    severity = "error"
    severities = {"signed-url": "error"}  # noqa: RUF012  # never changed
    bad = (go_vcr(query=f"?X-Amz-Signature=«{_SIGNATURE}»"),)
    good = (go_vcr(query="?X-Amz-Signature=REDACTED"),)


RULE = SignedUrl
