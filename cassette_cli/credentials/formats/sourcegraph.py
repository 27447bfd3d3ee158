"""Sourcegraph: access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="sourcegraph-token",
        title="Sourcegraph access token",
        literals=("sgp_",),
        pattern=r"sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}",
        source="https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
        passing=("sgp_" + hexes(16) + "_" + hexes(40),),
        failing=("sgp_" + hexes(12),),
        innocent=("msgp_encode",),
        bits=160,
    ),
)
