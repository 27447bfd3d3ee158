"""Helicone: observability keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="helicone-api-key",
        title="Helicone API key",
        literals=("sk-helicone-",),
        pattern=r"sk-helicone-[a-z0-9-]{24,64}",
        source="https://docs.helicone.ai/helicone-headers/helicone-auth",
        passing=(
            "sk-" + "helicone-" + lower(7) + "-" + lower(7) + "-" + lower(7) + "-" + lower(7),
        ),
        failing=("sk-" + "helicone-" + lower(6),),
        innocent=("sk-helicone-...",),
        bits=124,
    ),
)
