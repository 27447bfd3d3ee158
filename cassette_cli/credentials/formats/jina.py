"""Jina AI: search and embedding keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="jina-api-key",
        title="Jina API key",
        literals=("jina_",),
        pattern=r"jina_[A-Za-z0-9_-]{40,80}",
        source="https://jina.ai/api-dashboard/",
        passing=("jina_" + hexes(32) + alnum(28),),
        failing=("jina_" + hexes(12),),
        innocent=("jina_reader",),
        bits=160,
    ),
)
