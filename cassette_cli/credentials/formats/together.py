"""Together AI: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="together-api-key",
        title="Together AI API key",
        literals=("tgp_v1_",),
        pattern=r"tgp_v1_[A-Za-z0-9_-]{40,48}",
        source="https://docs.together.ai/docs/api-keys-authentication",
        passing=("tgp_" + "v1_" + alnum(43),),
        failing=("tgp_" + "v1_" + alnum(12),),
        innocent=("tgp_v1_beta",),
        bits=240,
    ),
)
