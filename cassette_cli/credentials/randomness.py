"""How random a text looks, estimated from below: no entropy tables, only shape."""

from __future__ import annotations

from cassette_cli.lazy import lazy

_DROPPED = lazy(r"[^A-Za-z0-9]+")
_HEX = lazy(r"(?:[0-9a-f]+|[0-9A-F]+)\Z")
# Where a random text changes its class of character. `Ab` is no change: words begin like that,
# and they, not generators, are what has to be told apart.
_CHANGE = lazy(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")

_BITS_PER_CHARACTER = 3.4
_LONGEST = 4096
_FEWEST_DISTINCT = 8
_SHORTEST = 12


def random_bits(value: str) -> int:
    """Lower bound of the bits of randomness in `value`, 0 unless it looks like a generated key.

    Letters and digits only; a generated key of n of them changes between upper case, lower case
    and digits at 0.4 to 0.5 of its places, prose and camelCase at less than 0.2, and patterns made
    by hand (`a1b2c3d4`) at nearly every one. Each character counts 3.4 bits, less than
    hexadecimal's 4, so that 80 bits need 24 characters.
    """
    core = _DROPPED.sub("", value[:_LONGEST])
    if len(core) < _SHORTEST or len(set(core)) < _FEWEST_DISTINCT:
        return 0
    changes = len(_CHANGE.findall(core)) / (len(core) - 1)
    one_case = _HEX.match(core) or core.islower() or core.isupper()
    floor = 0.2 if one_case else 0.28
    return int(len(core) * _BITS_PER_CHARACTER) if floor <= changes <= 0.85 else 0


def looks_random(value: str, bits: int = 48) -> bool:
    """Whether `value` has at least `bits` bits by the estimate of `random_bits`."""
    return random_bits(value) >= bits
