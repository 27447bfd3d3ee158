"""Duffel: access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="duffel-token",
        title="Duffel access token",
        literals=(
            "duffel_live_",
            "duffel_test_",
        ),
        pattern=r"duffel_(?:live|test)_[A-Za-z0-9_-]{43}",
        source="https://duffel.com/docs/api/overview/authentication",
        passing=("duffel_" + "live_" + alnum(43),),
        failing=("duffel_" + "live_" + alnum(12),),
        innocent=("duffel_live_x",),
        bits=258,
    ),
)
