"""Traceloop: ingestion keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="traceloop-api-key",
        title="Traceloop API key",
        literals=("tl_",),
        pattern=r"tl_[0-9a-f]{64}",
        source="https://www.traceloop.com/docs/openllmetry/integrations/traceloop",
        passing=("tl_" + hexes(64),),
        failing=("tl_" + hexes(12),),
        innocent=("html_body",),
        bits=256,
    ),
)
