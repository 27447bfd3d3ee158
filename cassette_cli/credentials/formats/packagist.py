"""Packagist: organisation tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="packagist-token",
        title="Packagist token",
        literals=("packagist_",),
        pattern=r"packagist_[a-z]{2,4}_[0-9a-f]{68}",
        source="https://packagist.com/docs/api-authentication",
        passing=("packagist_" + "ort_" + hexes(68),),
        failing=("packagist_" + "ort_" + hexes(12),),
        innocent=("packagist_url",),
        bits=272,
    ),
)
