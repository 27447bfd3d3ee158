"""Honeycomb: ingest and configuration keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="honeycomb-key",
        title="Honeycomb key",
        literals=(
            "hcaik_",
            "hcbik_",
            "hcamk_",
            "hcxik_",
            "hcalk_",
        ),
        pattern=r"hc[a-z]{2}k_[a-z0-9]{26,64}",
        source="https://docs.honeycomb.io/configure/environments/manage-api-keys/",
        passing=("hcaik_" + lower(58),),
        failing=("hcaik_" + lower(12),),
        innocent=("hcaik_",),
        bits=134,
    ),
)
