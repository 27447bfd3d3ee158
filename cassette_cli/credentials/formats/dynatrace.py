"""Dynatrace: API and platform tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import base32

FORMATS = (
    TokenFormat(
        kind="dynatrace-token",
        title="Dynatrace token",
        literals=("dt0c01.", "dt0s01.", "dt0s02.", "dt0s16."),
        pattern=r"dt0[cs][0-9]{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}",
        source="https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
        passing=("dt0c01" + "." + base32(24) + "." + base32(64),),
        failing=("dt0c01" + "." + base32(24),),
        innocent=("dt0c01.",),
        bits=320,
    ),
)
