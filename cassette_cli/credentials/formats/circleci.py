"""CircleCI: personal and project tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="circleci-token",
        title="CircleCI token",
        literals=(
            "CCIPAT_",
            "CCIPRJ_",
        ),
        pattern=r"CCIP(?:AT|RJ)_[A-Za-z0-9]{20,24}_[0-9a-f]{40}",
        source="https://circleci.com/docs/managing-api-tokens/",
        passing=("CCI" + "PAT_" + alnum(22) + "_" + hexes(40),),
        failing=("CCI" + "PAT_" + alnum(22),),
        innocent=("CCIPAT_x",),
        bits=160,
    ),
)
