"""Mailgun: private API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="mailgun-api-key",
        title="Mailgun API key",
        literals=("key-",),
        pattern=r"key-[0-9a-f]{32}",
        source="https://documentation.mailgun.com/docs/mailgun/api-reference/authentication",
        passing=("key-" + hexes(32),),
        failing=("key-" + hexes(12),),
        innocent=("monkey-patch key-value",),
        bits=128,
    ),
)
