"""Bitbucket: app passwords and access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="bitbucket-token",
        title="Bitbucket app password or access token",
        literals=(
            "ATBB",
            "ATCTT3",
        ),
        pattern=r"(?:ATBB[A-Za-z0-9]{32}|ATCTT3[A-Za-z0-9_=-]{150,250})",
        source="https://support.atlassian.com/bitbucket-cloud/docs/using-app-passwords/",
        passing=("ATBB" + alnum(32),),
        failing=("ATBB" + alnum(12),),
        innocent=("ATBB",),
        bits=190,
        edge="A-Za-z0-9_=-",
    ),
)
