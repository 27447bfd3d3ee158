"""Brave Search: subscription tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="brave-search-token",
        title="Brave Search API token",
        literals=("BSA",),
        pattern=r"BSA[A-Za-z0-9_-]{24,32}",
        source="https://api-dashboard.search.brave.com/app/documentation",
        passing=("BSA" + alnum(28),),
        failing=("BSA" + alnum(12),),
        innocent=("BSA-ibrahimovic-transactions",),
        bits=144,
        check=looks_random,
    ),
)
