"""Render: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="render-api-key",
        title="Render API key",
        literals=("rnd_",),
        pattern=r"rnd_[A-Za-z0-9]{28,40}",
        source="https://render.com/docs/api",
        passing=("rnd_" + alnum(32),),
        failing=("rnd_" + alnum(12),),
        innocent=("rnd_seed",),
        bits=166,
    ),
)
