"""Keys that vendors print in their documentation: everybody has them, nobody is hurt by them.

Kept as digests, so that no scanner takes this file for a leak.
"""

from __future__ import annotations

# The first 16 hex digits of the SHA-256 of each.
_DIGESTS = frozenset(
    {
        "00cf4c781dc37003",
        "0b5dd075ccdd03c4",
        "0e3fd41c01a69772",
        "1a5d44a2dca19669",
        "20fdb932b85b3ec7",
        "2cafc0970149a84f",
        "6c96130f130ab0d6",
        "731fa294d036e54f",
        "73f71af093fdf154",
        "78314b11be2e5815",
        "7e8de44ea9ecf6d5",
        "a35b81a7d7927b70",
        "b1471f544ceeea31",
        "b8e148545b13c78b",
        "cf4d418ed3de92d7",
        "f2d6ca16515033e5",
    }
)
# The payload of the token that https://jwt.io shows (`"sub": "1234567890", "name": "John Doe"`),
# the key id that AWS prints, and what Microsoft's storage emulator ships with.
_PARTS = (
    "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l",
    "IOSFODNN7EXAMPLE",
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6",
)


def is_documented(value: str) -> bool:
    """Whether `value` is, or holds, a key from a vendor's documentation."""
    if any(part in value for part in _PARTS):
        return True
    # Imported late: it takes longer than the rest of this package.
    import hashlib

    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:16] in _DIGESTS
