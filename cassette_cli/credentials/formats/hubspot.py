"""HubSpot: private app tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes, uuid

FORMATS = (
    TokenFormat(
        kind="hubspot-token",
        title="HubSpot private app token",
        literals=(
            "pat-na",
            "pat-eu",
            "pat-ap",
        ),
        pattern=r"pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        source="https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
        passing=("pat-" + "na1-" + uuid(),),
        failing=("pat-" + "na1-" + hexes(8),),
        innocent=("pat-name",),
        bits=122,
    ),
)
