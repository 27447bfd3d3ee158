"""Dropbox: short-lived access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="dropbox-token",
        title="Dropbox access token",
        literals=("sl.",),
        pattern=r"sl\.(?:[a-z]\.)?[A-Za-z0-9_-]{120,1400}",
        source="https://developers.dropbox.com/oauth-guide",
        passing=("sl" + ".u." + alnum(140),),
        failing=("sl" + ".u." + alnum(20),),
        innocent=("ssl.verify sl.wikipedia.org",),
        bits=720,
    ),
)
