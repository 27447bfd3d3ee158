"""Invented secrets, put together at run time so that no file holds anything a scanner stops at."""

from __future__ import annotations

import random
import string

BASE62 = string.digits + string.ascii_letters


def letters(seed: str, count: int, alphabet: str = BASE62) -> str:
    """`count` characters that are the same in every run; each `seed` gives others."""
    return "".join(random.Random(seed).choices(alphabet, k=count))


def openai(seed: str) -> str:
    """Of the shape of an OpenAI project key."""
    return "-".join(("sk", "proj", ("T3Blbk" + "FJ").join((letters(seed, 74), letters(seed, 74)))))


def anthropic(seed: str) -> str:
    """Of the shape of an Anthropic key."""
    return "-".join(("sk", "ant", "api03", letters(seed, 93) + "AA"))


def google(seed: str) -> str:
    """Of the shape of a Google key."""
    return "AI" + "za" + letters(seed, 35)


def slashed(seed: str) -> str:
    """No vendor's: 40 characters with those that JSON and URLs may escape."""
    return f"{letters(seed, 12)}/{letters(seed + '/', 13)}+{letters(seed + '+', 12)}="


def password(seed: str) -> str:
    """What somebody chose."""
    return "Tr0ub4" + letters(seed, 8) + "!"
