"""xAI: keys of the Grok API and of its management API."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="xai-api-key",
        title="xAI API key",
        literals=("xai-",),
        pattern=r"xai-(?:token-)?[A-Za-z0-9]{40,100}",
        source="https://docs.x.ai/docs/tutorial",
        passing=("xai-" + alnum(80),),
        failing=("xai-" + alnum(16),),
        innocent=("xai-org xai-sdk",),
        bits=238,
    ),
)
