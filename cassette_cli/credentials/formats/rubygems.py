"""RubyGems: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="rubygems-api-key",
        title="RubyGems API key",
        literals=("rubygems_",),
        pattern=r"rubygems_[0-9a-f]{48}",
        source="https://guides.rubygems.org/api-key-scopes/",
        passing=("rubygems_" + hexes(48),),
        failing=("rubygems_" + hexes(12),),
        innocent=("rubygems_version",),
        bits=192,
    ),
)
