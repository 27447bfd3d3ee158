"""OpenRouter: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="openrouter-api-key",
        title="OpenRouter API key",
        literals=("sk-or-",),
        pattern=r"sk-or-(?:v[0-9]-)?[A-Za-z0-9]{40,80}",
        source="https://openrouter.ai/docs/api-reference/authentication",
        passing=("sk-" + "or-v1-" + hexes(64),),
        failing=("sk-" + "or-v1-" + hexes(12),),
        innocent=("task-or-job",),
        bits=160,
    ),
)
