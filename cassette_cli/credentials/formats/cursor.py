"""Cursor: keys of the admin and agents API."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="cursor-api-key",
        title="Cursor API key",
        literals=(
            "key_",
            "crsr_",
        ),
        pattern=r"(?:key_|crsr_)[0-9a-f]{64}",
        source="https://docs.cursor.com/en/account/teams/admin-api",
        passing=("key_" + hexes(64),),
        failing=("key_" + hexes(24),),
        innocent=("key_id primary_key_name",),
        bits=256,
    ),
)
