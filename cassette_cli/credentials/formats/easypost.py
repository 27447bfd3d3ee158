"""EasyPost: live and test keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="easypost-api-key",
        title="EasyPost API key",
        literals=(
            "EZAK",
            "EZTK",
        ),
        pattern=r"EZ[AT]K[A-Za-z0-9]{54}",
        source="https://docs.easypost.com/docs/authentication",
        passing=("EZAK" + alnum(54),),
        failing=("EZAK" + alnum(12),),
        innocent=("EZAK",),
        bits=321,
    ),
)
