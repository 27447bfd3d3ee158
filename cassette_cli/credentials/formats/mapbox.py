"""Mapbox: secret and public tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="mapbox-secret-token",
        title="Mapbox secret token",
        literals=(
            "sk.eyJ",
            "tk.eyJ",
        ),
        pattern=r"[st]k\.eyJ[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{20,32}",
        source="https://docs.mapbox.com/help/getting-started/access-tokens/",
        passing=("sk" + ".eyJ" + alnum(80) + "." + alnum(22),),
        failing=("sk" + ".eyJ" + alnum(12),),
        innocent=("sk.eyJ",),
        bits=120,
    ),
    TokenFormat(
        kind="mapbox-public-token",
        title="Mapbox public token",
        literals=("pk.eyJ",),
        pattern=r"pk\.eyJ[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{20,32}",
        source="https://docs.mapbox.com/help/getting-started/access-tokens/",
        passing=("pk" + ".eyJ" + alnum(80) + "." + alnum(22),),
        failing=("pk" + ".eyJ" + alnum(12),),
        innocent=("pk.eyJ",),
        bits=120,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
