"""One placeholder for one secret, in whatever spelling it stands."""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.credentials.fingerprints import fingerprint
from cassette_cli.credentials.replacement import placeholder
from cassette_cli.model.secret import Secret

_FIRST_DERIVED = 1_000
_DERIVED_DIGITS = 6


class Placeholders:
    """The placeholders of one file.

    A random key of 80 bits and more is numbered by 24 bits of its fingerprint, so that it is
    written the same in every file and at every run. Whatever a dictionary might hold is counted in
    the order of the file, and nothing of its value goes into the number; so is a value that is a
    password in one place, and a key in all others.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        digests = [(one.reveal(), fingerprint(one.of, one.reveal())) for one in secrets]
        guessable = dict.fromkeys(value for value, digest in digests if digest is None)
        self._numbers = {value: _derived(digest) for value, digest in digests if digest}
        self._numbers |= {value: number for number, value in enumerate(guessable, 1)}

    def of(self, secret: Secret) -> str:
        """The placeholder for the value of one of the secrets: same length, same type."""
        value = secret.reveal()
        return placeholder(secret.of, value, self._numbers[value])


def _derived(digest: str) -> int:
    return _FIRST_DERIVED + int(digest[:_DERIVED_DIGITS], 16)
