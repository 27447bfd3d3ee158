"""NVIDIA: keys of NIM and NGC."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="nvidia-api-key",
        title="NVIDIA API key",
        literals=("nvapi-",),
        pattern=r"nvapi-[A-Za-z0-9_-]{48,90}",
        source="https://docs.api.nvidia.com/nim/docs/api-quickstart",
        passing=("nvapi-" + alnum(64),),
        failing=("nvapi-" + alnum(12),),
        innocent=("nvapi-samples",),
        bits=288,
    ),
)
