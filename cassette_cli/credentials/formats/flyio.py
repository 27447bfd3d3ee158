"""Fly.io: access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="flyio-token",
        title="Fly.io access token",
        literals=(
            "fo1_",
            "fm1a_",
            "fm1r_",
            "fm2_",
        ),
        pattern=r"(?:fo1_[A-Za-z0-9_-]{40,48}|fm(?:1[ar]|2)_[A-Za-z0-9+/=_-]{90,2000})",
        source="https://fly.io/docs/security/tokens/",
        passing=("fm2_" + alnum(300),),
        failing=("fm2_" + alnum(12),),
        innocent=("fm2_radio",),
        bits=240,
        edge="A-Za-z0-9+/=_-",
    ),
)
