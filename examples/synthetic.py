"""Invented credentials with the shapes of real ones, for cassettes that ought to be redacted.

No value stands here literally: scanners that guard pushes would stop it, and rightly so.
A seeded generator makes every run give the same values, so tests can look for what was left over.
"""

from __future__ import annotations

import random
import string
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from zlib import crc32

SEED = 18473
_BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
_URL_SAFE = _BASE62 + "-_"


@dataclass(frozen=True, slots=True)
class Secrets:
    """One value for each kind of credential; none was ever issued by anybody."""

    openai: str
    anthropic: str
    basic: str
    google: str
    github: str
    session: str
    client_secret: str
    password: str
    spoken: tuple[str, str, str]
    """A key of OpenAI's shape, cut where a streamed answer cuts it."""

    def values(self) -> tuple[str, ...]:
        """Every secret in full, each once."""
        return (
            self.openai, self.anthropic, self.basic, self.google, self.github,
            self.session, self.client_secret, self.password, "".join(self.spoken),
        )  # fmt: skip


@cache
def secrets() -> Secrets:
    """The same invented credentials on every call, in every process."""
    source = random.Random(SEED)
    spoken = _openai(source)
    return Secrets(
        openai=_openai(source),
        anthropic="-".join(("sk", "ant", "api03", _letters(source, 93, _URL_SAFE) + "AA")),
        basic=b64encode(b"example-user:" + _letters(source, 18).encode()).decode(),
        google="AI" + "za" + _letters(source, 35, _URL_SAFE),
        github=_github(source),
        session=_letters(source, 32, string.ascii_lowercase + string.digits),
        client_secret=_letters(source, 40),
        password=_letters(source, 20),
        spoken=(spoken[:20], spoken[20:91], spoken[91:]),
    )


def _openai(source: random.Random) -> str:
    """A project key: two random halves around the marker that all of OpenAI's keys carry."""
    marker = "T3Blbk" + "FJ"
    halves = (_letters(source, 74, _URL_SAFE), _letters(source, 74, _URL_SAFE))
    return "-".join(("sk", "proj", marker.join(halves)))


def _github(source: random.Random) -> str:
    """A personal token with the checksum GitHub puts in its last six characters.

    https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    """
    body = _letters(source, 30)
    number, digits = crc32(body.encode()), ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        digits = _BASE62[digit] + digits
    return "gh" + "p_" + body + digits


def _letters(source: random.Random, count: int, alphabet: str = _BASE62) -> str:
    return "".join(source.choices(alphabet, k=count))
