"""Twilio: account and key ids (auth tokens are 32 hex digits under telling names)."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="twilio-account-sid",
        title="Twilio account SID",
        literals=tuple(f"AC{digit}" for digit in "0123456789abcdef"),
        pattern=r"AC[0-9a-f]{32}",
        source="https://www.twilio.com/docs/glossary/what-is-a-sid",
        passing=("AC" + hexes(32),),
        failing=("AC" + hexes(20),),
        innocent=("ACCEPT",),
        bits=128,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
    TokenFormat(
        kind="twilio-api-key-sid",
        title="Twilio API key SID",
        literals=tuple(f"SK{digit}" for digit in "0123456789abcdef"),
        pattern=r"SK[0-9a-f]{32}",
        source="https://www.twilio.com/docs/iam/api-keys",
        passing=("SK" + hexes(32),),
        failing=("SK" + hexes(20),),
        innocent=("SKU",),
        bits=128,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
