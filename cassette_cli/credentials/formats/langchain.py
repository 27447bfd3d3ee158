"""LangSmith: personal and service keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="langsmith-api-key",
        title="LangSmith API key",
        literals=("lsv2_",),
        pattern=r"lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}",
        source="https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
        passing=("lsv2_" + "pt_" + hexes(32) + "_" + hexes(10),),
        failing=("lsv2_" + "pt_" + hexes(32),),
        innocent=("lsv2_pt",),
        bits=168,
    ),
    TokenFormat(
        kind="langsmith-legacy-key",
        title="LangSmith API key (first version)",
        literals=("ls__",),
        pattern=r"ls__[0-9a-f]{32}",
        source="https://docs.smith.langchain.com/",
        passing=("ls__" + hexes(32),),
        failing=("ls__" + hexes(12),),
        innocent=("details__list",),
        bits=128,
    ),
)
