"""LlamaCloud: parsing and index keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="llamacloud-api-key",
        title="LlamaCloud API key",
        literals=("llx-",),
        pattern=r"llx-[A-Za-z0-9]{40,60}",
        source="https://docs.cloud.llamaindex.ai/api_key",
        passing=("llx-" + alnum(48),),
        failing=("llx-" + alnum(12),),
        innocent=("mllx-tools",),
        bits=238,
    ),
)
