"""MailerSend: API tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="mailersend-token",
        title="MailerSend API token",
        literals=("mlsn.",),
        pattern=r"mlsn\.[0-9a-f]{64}",
        source="https://developers.mailersend.com/",
        passing=("mlsn" + "." + hexes(64),),
        failing=("mlsn" + "." + hexes(12),),
        innocent=("mlsn.",),
        bits=256,
    ),
)
