"""Flutterwave: secret keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="flutterwave-secret-key",
        title="Flutterwave secret key",
        literals=(
            "FLWSECK-",
            "FLWSECK_",
        ),
        pattern=r"FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,40}-X",
        source="https://developer.flutterwave.com/docs/authentication",
        passing=("FLW" + "SECK_TEST-" + hexes(32) + "-X",),
        failing=("FLW" + "SECK_TEST-" + hexes(32),),
        innocent=("FLWSECK-",),
        bits=48,
    ),
)
