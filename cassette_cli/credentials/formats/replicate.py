"""Replicate: API tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="replicate-token",
        title="Replicate API token",
        literals=("r8_",),
        pattern=r"r8_[A-Za-z0-9]{36,40}",
        source="https://replicate.com/docs/reference/http",
        passing=("r8_" + alnum(37),),
        failing=("r8_" + alnum(12),),
        innocent=("chr8_position",),
        bits=214,
    ),
)
