"""Contentful: management tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="contentful-token",
        title="Contentful management token",
        literals=("CFPAT-",),
        pattern=r"CFPAT-[A-Za-z0-9_-]{43}",
        source="https://www.contentful.com/developers/docs/references/authentication/",
        passing=("CFPAT-" + alnum(43),),
        failing=("CFPAT-" + alnum(12),),
        innocent=("CFPAT-",),
        bits=258,
    ),
)
