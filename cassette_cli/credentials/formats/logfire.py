"""Pydantic Logfire: write and read tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="logfire-token",
        title="Logfire token",
        literals=("pylf_v",),
        pattern=r"pylf_v[0-9]_(?:[a-z]{2,10}_)?[A-Za-z0-9]{40,64}",
        source="https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/",
        passing=("pylf_" + "v1_us_" + alnum(43),),
        failing=("pylf_" + "v1_us_" + alnum(10),),
        innocent=("pylf_v1",),
        bits=238,
    ),
)
