"""Pulumi: access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="pulumi-token",
        title="Pulumi access token",
        literals=("pul-",),
        pattern=r"pul-[0-9a-f]{40}",
        source="https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
        passing=("pul-" + hexes(40),),
        failing=("pul-" + hexes(12),),
        innocent=("pul-review",),
        bits=160,
    ),
)
