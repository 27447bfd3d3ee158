"""Anyscale: endpoint credentials."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="anyscale-secret",
        title="Anyscale credential",
        literals=("esecret_",),
        pattern=r"esecret_[A-Za-z0-9]{24,40}",
        source="https://docs.anyscale.com/",
        passing=("esecret_" + alnum(26),),
        failing=("esecret_" + alnum(8),),
        innocent=("thesecret_garden",),
        bits=142,
    ),
)
