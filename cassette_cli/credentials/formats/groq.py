"""Groq: inference keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="groq-api-key",
        title="Groq API key",
        literals=("gsk_",),
        pattern=r"gsk_[A-Za-z0-9]{40,60}",
        source="https://console.groq.com/docs/quickstart",
        passing=("gsk_" + alnum(52),),
        failing=("gsk_" + alnum(16),),
        innocent=("flagsk_enabled",),
        bits=238,
    ),
)
