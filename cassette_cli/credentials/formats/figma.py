"""Figma: personal access and OAuth tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="figma-token",
        title="Figma access token",
        literals=(
            "figd_",
            "figu_",
            "figr_",
        ),
        pattern=r"fig[dur]_[A-Za-z0-9_-]{36,60}",
        source="https://developers.figma.com/docs/rest-api/authentication/",
        passing=("figd_" + alnum(40),),
        failing=("figd_" + alnum(12),),
        innocent=("figd_",),
        bits=216,
    ),
)
