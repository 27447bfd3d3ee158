"""Firecrawl: scraping keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="firecrawl-api-key",
        title="Firecrawl API key",
        literals=("fc-",),
        pattern=r"fc-[0-9a-f]{32}",
        source="https://docs.firecrawl.dev/introduction",
        passing=("fc-" + hexes(32),),
        failing=("fc-" + hexes(12),),
        innocent=("rfc-2119 ufc-300",),
        bits=128,
    ),
)
