"""Plaid: access and public tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes, uuid

FORMATS = (
    TokenFormat(
        kind="plaid-token",
        title="Plaid token",
        literals=(
            "access-sandbox-",
            "access-production-",
            "access-development-",
        ),
        pattern=r"access-(?:sandbox|production|development)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        source="https://plaid.com/docs/api/tokens/",
        passing=("access-" + "sandbox-" + uuid(),),
        failing=("access-" + "sandbox-" + hexes(8),),
        innocent=("access-sandbox-env",),
        bits=122,
    ),
)
