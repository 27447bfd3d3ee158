"""Mem0: memory keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="mem0-api-key",
        title="Mem0 API key",
        literals=("m0-",),
        pattern=r"m0-[A-Za-z0-9]{36,48}",
        source="https://docs.mem0.ai/platform/quickstart",
        passing=("m0-" + alnum(40),),
        failing=("m0-" + alnum(12),),
        innocent=("item0-label",),
        bits=214,
    ),
)
