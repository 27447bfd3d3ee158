"""Cerebras: inference keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="cerebras-api-key",
        title="Cerebras API key",
        literals=("csk-",),
        pattern=r"csk-[A-Za-z0-9]{40,64}",
        source="https://inference-docs.cerebras.ai/quickstart",
        passing=("csk-" + lower(48),),
        failing=("csk-" + lower(12),),
        innocent=("csk-cup",),
        bits=206,
    ),
)
