"""The rule `private-key`."""

from __future__ import annotations

from cassette_cli.rules.rule import Example
from cassette_cli.rules.secret_rule import SecretRule, with_header

_PEM = '"«-----BEGIN PRIVATE KEY-----' + "\\nMC4CAQAwBQYDK2VwBCIEIP" + "aB3dE6gH9jK2mN5p" * 2


class PrivateKey(SecretRule):
    """A private key in the recording: a PEM block, or a value under a name that says so."""

    name = "private-key"
    severity = "error"
    severities = {"private-key": "error"}  # noqa: RUF012  # never changed
    bad = (Example(with_header("X-Key", _PEM + '\\n-----END PRIVATE KEY-----»"')),)
    good = (Example(with_header("X-Key", '"-----BEGIN PUBLIC KEY-----"')),)


RULE = PrivateKey
