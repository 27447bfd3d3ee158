"""Infracost: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="infracost-api-key",
        title="Infracost API key",
        literals=("ico-",),
        pattern=r"ico-[A-Za-z0-9]{32}",
        source="https://www.infracost.io/docs/",
        passing=("ico-" + alnum(32),),
        failing=("ico-" + alnum(12),),
        innocent=("favico-small mexico-city",),
        bits=190,
    ),
)
