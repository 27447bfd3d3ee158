"""Shopify: admin, private-app, partner and storefront secrets."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="shopify-token",
        title="Shopify access token or secret",
        literals=(
            "shpat_",
            "shpca_",
            "shppa_",
            "shpss_",
            "shptka_",
            "shpua_",
            "shprt_",
            "shpit_",
        ),
        pattern=r"shp(?:at|ca|pa|ss|tka|ua|rt|it)_[0-9a-fA-F]{32}",
        source="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens",
        passing=("shpat_" + hexes(32),),
        failing=("shpat_" + hexes(12),),
        innocent=("shpat_",),
        bits=128,
    ),
)
