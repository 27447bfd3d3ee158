"""Trello: API tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="trello-token",
        title="Trello API token",
        literals=("ATTA",),
        pattern=r"ATTA[0-9a-fA-F]{64,76}",
        source="https://developer.atlassian.com/cloud/trello/guides/rest-api/api-introduction/",
        passing=("ATTA" + hexes(72),),
        failing=("ATTA" + hexes(12),),
        innocent=("ATTACH",),
        bits=256,
    ),
)
