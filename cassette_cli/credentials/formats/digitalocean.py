"""DigitalOcean: personal, OAuth and refresh tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="digitalocean-token",
        title="DigitalOcean token",
        literals=(
            "dop_v1_",
            "doo_v1_",
            "dor_v1_",
        ),
        pattern=r"do[opr]_v1_[0-9a-f]{64}",
        source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
        passing=("dop_" + "v1_" + hexes(64),),
        failing=("dop_" + "v1_" + hexes(12),),
        innocent=("dop_v1_",),
        bits=256,
    ),
)
