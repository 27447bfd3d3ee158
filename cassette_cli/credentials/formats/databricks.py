"""Databricks: personal access tokens and OAuth secrets."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="databricks-token",
        title="Databricks personal access token",
        literals=("dapi",),
        pattern=r"dapi[0-9a-f]{32}(?:-[0-9])?",
        source="https://docs.databricks.com/aws/en/dev-tools/auth/pat",
        passing=("dapi" + hexes(32),),
        failing=("dapi" + hexes(12),),
        innocent=("dapi-client",),
        bits=128,
    ),
    TokenFormat(
        kind="databricks-oauth-secret",
        title="Databricks OAuth secret",
        literals=("dose",),
        pattern=r"dose[0-9a-f]{32}",
        source="https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m",
        passing=("dose" + hexes(32),),
        failing=("dose" + hexes(12),),
        innocent=("dose of salt",),
        bits=128,
    ),
)
