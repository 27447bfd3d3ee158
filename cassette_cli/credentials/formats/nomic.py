"""Nomic: embedding keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="nomic-api-key",
        title="Nomic API key",
        literals=("nk-",),
        pattern=r"nk-[A-Za-z0-9_-]{40,48}",
        source="https://docs.nomic.ai/",
        passing=("nk-" + alnum(43),),
        failing=("nk-" + alnum(12),),
        innocent=("link-nk-words-and-more-words-in-a-long-kebab-row-x",),
        bits=240,
        check=looks_random,
    ),
)
