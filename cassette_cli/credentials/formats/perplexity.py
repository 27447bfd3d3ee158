"""Perplexity: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="perplexity-api-key",
        title="Perplexity API key",
        literals=("pplx-",),
        pattern=r"pplx-[A-Za-z0-9]{40,64}",
        source="https://docs.perplexity.ai/guides/getting-started",
        passing=("pplx-" + alnum(48),),
        failing=("pplx-" + alnum(12),),
        innocent=("pplx-7b-online",),
        bits=238,
    ),
)
