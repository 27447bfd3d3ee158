"""LaunchDarkly: SDK and API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes, uuid

FORMATS = (
    TokenFormat(
        kind="launchdarkly-key",
        title="LaunchDarkly SDK or API key",
        literals=(
            "sdk-",
            "api-",
        ),
        pattern=r"(?:sdk|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        source="https://launchdarkly.com/docs/home/account/api",
        passing=("sdk-" + uuid(),),
        failing=("sdk-" + hexes(12),),
        innocent=("sdk-for-go api-version-2024",),
        bits=122,
    ),
)
