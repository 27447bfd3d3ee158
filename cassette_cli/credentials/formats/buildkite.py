"""Buildkite: API and agent tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="buildkite-token",
        title="Buildkite token",
        literals=(
            "bkua_",
            "bkct_",
            "bkaj_",
        ),
        pattern=r"bk(?:ua|ct|aj)_[A-Za-z0-9_.-]{40,200}",
        source="https://buildkite.com/docs/apis/managing-api-tokens",
        passing=("bkua_" + hexes(40),),
        failing=("bkua_" + hexes(12),),
        innocent=("bkua_",),
        bits=160,
    ),
)
