"""Tavily: search keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="tavily-api-key",
        title="Tavily API key",
        literals=("tvly-",),
        pattern=r"tvly-(?:dev-|prod-)?[A-Za-z0-9-]{30,64}",
        source="https://docs.tavily.com/documentation/quickstart",
        passing=("tvly-" + "dev-" + alnum(32),),
        failing=("tvly-" + "dev-" + alnum(12),),
        innocent=("tvly-python",),
        bits=178,
    ),
)
