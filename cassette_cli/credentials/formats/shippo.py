"""Shippo: API tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="shippo-token",
        title="Shippo API token",
        literals=(
            "shippo_live_",
            "shippo_test_",
        ),
        pattern=r"shippo_(?:live|test)_[0-9a-f]{40}",
        source="https://docs.goshippo.com/docs/guides_general/authentication/",
        passing=("shippo_" + "live_" + hexes(40),),
        failing=("shippo_" + "live_" + hexes(12),),
        innocent=("shippo_live_x",),
        bits=160,
    ),
)
