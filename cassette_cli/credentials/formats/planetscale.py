"""PlanetScale: passwords, service and OAuth tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="planetscale-token",
        title="PlanetScale password or token",
        literals=("pscale_",),
        pattern=r"pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,64}",
        source="https://planetscale.com/docs/api/reference/service-tokens",
        passing=("pscale_" + "tkn_" + alnum(43),),
        failing=("pscale_" + "tkn_" + alnum(12),),
        innocent=("pscale_branch",),
        bits=192,
    ),
)
