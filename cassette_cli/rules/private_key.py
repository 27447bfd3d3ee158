"""The rule `private-key`."""

from __future__ import annotations

from cassette_cli.rules.example import Example, go_vcr
from cassette_cli.rules.secret_rule import SecretRule

_PEM = "MC4CAQAwBQYDK2VwBCIEIP" + "aB3dE6gH9jK2mN5p" * 2


def _header(begin: str, end: str) -> Example:
    """A header that holds a block between these lines."""
    return go_vcr(sent=f'X-Key:\n- "{begin}\\n{_PEM}\\n{end}"')


class PrivateKey(SecretRule):
    """A private key in the recording: a PEM block, or a value under a name that says so."""

    name = "private-key"
    severity = "error"
    severities = {"private-key": "error"}  # noqa: RUF012  # never changed
    bad = (_header("«-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----»"),)
    good = (_header("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----"),)


RULE = PrivateKey
