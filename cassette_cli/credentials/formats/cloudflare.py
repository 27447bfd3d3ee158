"""Cloudflare: scannable API keys and tokens, origin CA keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="cloudflare-token",
        title="Cloudflare API key or token",
        literals=(
            "cfk_",
            "cfut_",
            "cfat_",
        ),
        pattern=r"cf(?:k|ut|at)_[A-Za-z0-9]{40}[0-9a-f]{8}",
        source="https://developers.cloudflare.com/fundamentals/api/get-started/token-formats",
        passing=("cfut_" + alnum(40) + hexes(8),),
        failing=("cfut_" + alnum(20),),
        innocent=("cfk_zone",),
        bits=238,
    ),
    TokenFormat(
        kind="cloudflare-origin-ca-key",
        title="Cloudflare origin CA key",
        literals=("v1.0-",),
        pattern=r"v1\.0-[0-9a-f]{24}-[0-9a-f]{120,160}",
        source="https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/",
        passing=("v1" + ".0-" + hexes(24) + "-" + hexes(146),),
        failing=("v1" + ".0-" + hexes(24),),
        innocent=("v1.0-rc2",),
        bits=576,
    ),
)
