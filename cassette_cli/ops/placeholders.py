"""One placeholder for one secret, in whatever spelling it stands."""

from __future__ import annotations

from cassette_cli.credentials.fingerprints import fingerprint
from cassette_cli.credentials.replacement import placeholder
from cassette_cli.model.secret import Secret

_FIRST_DERIVED = 1_000
_DERIVED_DIGITS = 6


class Placeholders:
    """The placeholders of one file.

    A random key of 80 bits and more is numbered by 24 bits of its fingerprint, so that it is
    written the same in every file and at every run. Whatever a dictionary might hold is counted in
    the order of the file, and nothing of its value goes into the number.
    """

    def __init__(self) -> None:
        self._counted: dict[str, int] = {}

    def of(self, secret: Secret) -> str:
        """The placeholder for a secret's value: same length, same type, its own number."""
        value = secret.reveal()
        return placeholder(secret.of, value, self._number(secret, value))

    def _number(self, secret: Secret, value: str) -> int:
        digest = fingerprint(secret.of, value)
        if digest is not None:
            return _FIRST_DERIVED + int(digest[:_DERIVED_DIGITS], 16)
        return self._counted.setdefault(value, len(self._counted) + 1)
