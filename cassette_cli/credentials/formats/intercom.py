"""Intercom: access tokens (`tok:` in base64)."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="intercom-token",
        title="Intercom access token",
        literals=("dG9rO",),
        pattern=r"dG9rO[A-Za-z0-9+/]{50,60}={0,2}",
        source="https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
        passing=("dG9r" + "O" + alnum(54) + "=",),
        failing=("dG9r" + "O" + alnum(12),),
        innocent=("dG9rO",),
        bits=297,
        edge="A-Za-z0-9+/=",
        left_edge="A-Za-z0-9+/",
    ),
)
