"""Datadog: client tokens (API and application keys are hex under telling names)."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="datadog-client-token",
        title="Datadog client token (write only)",
        literals=tuple(f"pub{digit}" for digit in "0123456789abcdef"),
        pattern=r"pub[0-9a-f]{32}",
        source="https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens",
        passing=("pub" + hexes(32),),
        failing=("pub" + hexes(12),),
        innocent=("public publish",),
        bits=128,
        secret_class=SecretClass.TELEMETRY,
    ),
)
