"""NuGet: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="nuget-api-key",
        title="NuGet API key",
        literals=("oy2",),
        pattern=r"oy2[a-z0-9]{43}",
        source="https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys",
        passing=("oy2" + lower(43),),
        failing=("oy2" + lower(12),),
        innocent=("toy2story",),
        bits=222,
    ),
)
