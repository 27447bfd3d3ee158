"""A short public name for a secret, only where it gives nothing away."""

from __future__ import annotations

import hashlib
from base64 import b64decode

from cassette_cli.credentials.format import TokenFormat, all_formats, compiled
from cassette_cli.credentials.randomness import random_bits
from cassette_cli.credentials.words import split_words
from cassette_cli.model.kind import Kind

_SALT = b"cassette-cli/fingerprint/v1\0"
_ENOUGH_BITS = 80
_LENGTH = 16
_PRINTABLE = 0.8


def fingerprint(kind: Kind | str, value: str) -> str | None:
    """16 hex digits that name `value`, or None where it has not 80 bits of randomness for sure.

    A dictionary would find a password from its digest, so kinds of what people choose never get
    one, nor does anything that is not surely a generated key: of a token format of that many
    bits, or shaped like one by the cautious estimate of `random_bits`, also after base64.
    Salted with a fixed public text: the same value has the same fingerprint everywhere.
    """
    if (isinstance(kind, Kind) and kind.chosen) or "password" in split_words(_name(kind)):
        return None
    if max(_format_bits(kind, value), _estimate(value)) < _ENOUGH_BITS:
        return None
    return hashlib.sha256(_SALT + value.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _name(kind: Kind | str) -> str:
    return kind.name if isinstance(kind, Kind) else kind


def _format_bits(kind: Kind | str, value: str) -> int:
    name = _name(kind)
    return max((each.bits for each in all_formats() if _is_whole(each, name, value)), default=0)


def _is_whole(token_format: TokenFormat, name: str, value: str) -> bool:
    return token_format.kind == name and bool(compiled(token_format).fullmatch(value))


def _estimate(value: str) -> int:
    """Bits of `value`, or of the text it encodes: `user:password` looks random in base64."""
    bits = random_bits(value)
    try:
        decoded = b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return bits
    text = decoded.decode("ascii", "ignore")
    readable = sum(character.isprintable() for character in text)
    return min(bits, random_bits(text)) if readable >= _PRINTABLE * len(decoded) else bits
