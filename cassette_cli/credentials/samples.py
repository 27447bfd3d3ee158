"""Pieces that examples are assembled from, so that no file holds anything a scanner would flag."""

from __future__ import annotations

import base64
import json
import string
from functools import lru_cache
from zlib import crc32

ALNUM = string.digits + string.ascii_uppercase + string.ascii_lowercase
_LOWER = string.digits + string.ascii_lowercase
_UPPER = string.digits + string.ascii_uppercase
_HEX = "0123456789abcdef"
_BASE32 = string.ascii_uppercase + "234567"
_POOL = 1024


@lru_cache(maxsize=16)
def _pool(alphabet: str) -> str:
    # A linear congruential generator (Numerical Recipes' constants): fixed on every machine.
    state, out = 7 + len(alphabet), []
    for _ in range(_POOL):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        out.append(alphabet[(state >> 16) % len(alphabet)])
    return "".join(out)


def filler(length: int, alphabet: str = ALNUM) -> str:
    """`length` characters of `alphabet` that look random and are the same in every run."""
    pool = _pool(alphabet)
    return (pool * (length // _POOL + 1))[:length]


def alnum(length: int) -> str:
    """`length` letters and digits."""
    return filler(length)


def lower(length: int) -> str:
    """`length` lower-case letters and digits."""
    return filler(length, _LOWER)


def upper(length: int) -> str:
    """`length` upper-case letters and digits."""
    return filler(length, _UPPER)


def hexes(length: int) -> str:
    """`length` lower-case hexadecimal digits."""
    return filler(length, _HEX)


def digits(length: int) -> str:
    """`length` digits."""
    return filler(length, string.digits)


def base32(length: int) -> str:
    """`length` characters of base32."""
    return filler(length, _BASE32)


def uuid() -> str:
    """A UUID of version 4."""
    text = hexes(32)
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def in_base(number: int, base: int, width: int) -> str:
    """`number` in base 36 (lower case) or 62 (digits, upper, lower), zero-padded to `width`."""
    alphabet, out = (_LOWER if base == 36 else ALNUM), ""
    while number:
        number, rest = divmod(number, base)
        out = alphabet[rest] + out
    return out.rjust(width, "0")


def checksummed(prefix: str, length: int) -> str:
    """A token whose last six characters are the base62 CRC-32 of the `length` before them."""
    body = alnum(length)
    return prefix + body + in_base(crc32(body.encode()), 62, 6)


def base64url(text: str) -> str:
    """`text` in URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def jwt(header: dict[str, str], payload: dict[str, str], signature: int = 43) -> str:
    """A JSON Web Token with a made-up signature of `signature` characters."""
    parts = (base64url(json.dumps(part, separators=(",", ":"))) for part in (header, payload))
    return ".".join((*parts, alnum(signature)))
