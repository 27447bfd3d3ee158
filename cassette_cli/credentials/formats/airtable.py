"""Airtable: personal access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="airtable-token",
        title="Airtable personal access token",
        literals=("pat",),
        pattern=r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}",
        source="https://airtable.com/developers/web/api/authentication",
        passing=("pat" + alnum(14) + "." + hexes(64),),
        failing=("pat" + alnum(14) + "." + hexes(12),),
        innocent=("patterns.json",),
        bits=256,
    ),
)
