"""The rule `live-credential`."""

from __future__ import annotations

from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.secret_rule import SecretRule

_KEY = "sk-proj-" + "aB3dE6gH9jK2mN5p" * 3
"""Of the shape of a key, and none: it repeats itself."""


class LiveCredential(SecretRule):
    """A key, token or password that is still in the recording.

    Found by name (headers, URL parameters, JSON keys, `Authorization` of any scheme), by the public
    shape of a vendor's tokens, and wherever else the same value stands: decoded from base64, gzip,
    percent-encoding and JSON escapes, and joined from the deltas of an event stream. Placeholders
    are known and left alone.
    """

    name = "live-credential"
    severity = "error"
    severities = {"credential": "error"}  # noqa: RUF012  # never changed
    bad = (
        go_vcr(sent=f"Authorization:\n- Bearer «{_KEY}»"),
        go_vcr(sent="X-Api-Key:\n- «8f14e45fceea167a5a36dedd4bea2543»"),
    )
    good = (
        go_vcr(sent="Authorization:\n- Bearer <API_KEY>"),
        go_vcr(sent="X-Api-Key:\n- REDACTED"),
        go_vcr(sent="X-Request-Id:\n- 8f14e45fceea167a5a36dedd4bea2543"),
    )


RULE = LiveCredential
