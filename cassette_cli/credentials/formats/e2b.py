"""E2B: sandbox keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="e2b-api-key",
        title="E2B API key",
        literals=("e2b_",),
        pattern=r"e2b_[0-9a-f]{40,72}",
        source="https://e2b.dev/docs/api-key",
        passing=("e2b_" + hexes(40),),
        failing=("e2b_" + hexes(12),),
        innocent=("e2b_template",),
        bits=160,
    ),
)
