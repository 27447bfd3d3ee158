"""Fireworks AI: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="fireworks-api-key",
        title="Fireworks API key",
        literals=("fw_",),
        pattern=r"fw_[A-Za-z0-9]{20,48}",
        source="https://docs.fireworks.ai/api-reference/introduction",
        passing=("fw_" + alnum(24),),
        failing=("fw_" + alnum(12),),
        innocent=("fw_version fw_theme_colorfw",),
        bits=119,
        check=looks_random,
    ),
)
