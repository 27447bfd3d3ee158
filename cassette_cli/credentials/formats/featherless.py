"""Featherless: inference keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="featherless-api-key",
        title="Featherless API key",
        literals=("rc_",),
        pattern=r"rc_[0-9a-f]{64}",
        source="https://featherless.ai/docs",
        passing=("rc_" + hexes(64),),
        failing=("rc_" + hexes(12),),
        innocent=("src_path",),
        bits=256,
    ),
)
