"""Heroku: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="heroku-api-key",
        title="Heroku API key",
        literals=("HRKU-",),
        pattern=r"HRKU-(?:AA[A-Za-z0-9_-]{56,60}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
        source="https://devcenter.heroku.com/articles/authentication",
        passing=("HRKU-" + "AA" + alnum(58),),
        failing=("HRKU-" + "AA" + alnum(12),),
        innocent=("HRKU-",),
        bits=122,
    ),
)
