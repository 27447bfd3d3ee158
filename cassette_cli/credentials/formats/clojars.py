"""Clojars: deploy tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="clojars-token",
        title="Clojars deploy token",
        literals=("CLOJARS_",),
        pattern=r"CLOJARS_[a-z0-9]{60}",
        source="https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
        passing=("CLOJARS_" + lower(60),),
        failing=("CLOJARS_" + lower(12),),
        innocent=("CLOJARS_USERNAME",),
        bits=310,
    ),
)
