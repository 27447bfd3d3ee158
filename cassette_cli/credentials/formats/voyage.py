"""Voyage AI: embedding keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="voyage-api-key",
        title="Voyage API key",
        literals=("pa-",),
        pattern=r"pa-[A-Za-z0-9_-]{40,64}",
        source="https://docs.voyageai.com/docs/api-key-and-installation",
        passing=("pa-" + alnum(43),),
        failing=("pa-" + alnum(12),),
        innocent=("pa-some-very-long-name-of-a-thing-in-kebab-case-it-is",),
        bits=240,
        check=looks_random,
    ),
)
