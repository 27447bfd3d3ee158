"""Prefect: user and service keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="prefect-api-key",
        title="Prefect API key",
        literals=(
            "pnu_",
            "pnb_",
        ),
        pattern=r"pn[ub]_[A-Za-z0-9]{36}",
        source="https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys",
        passing=("pnu_" + alnum(36),),
        failing=("pnu_" + alnum(12),),
        innocent=("pnu_x",),
        bits=214,
    ),
)
