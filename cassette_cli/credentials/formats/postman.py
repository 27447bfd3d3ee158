"""Postman: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="postman-api-key",
        title="Postman API key",
        literals=("PMAK-",),
        pattern=r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}",
        source="https://learning.postman.com/docs/developer/postman-api/authentication/",
        passing=("PMAK-" + hexes(24) + "-" + hexes(34),),
        failing=("PMAK-" + hexes(24),),
        innocent=("PMAK-",),
        bits=136,
    ),
)
