"""Microsoft Teams and Power Automate: webhook addresses."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes, uuid

FORMATS = (
    TokenFormat(
        kind="teams-webhook",
        title="Microsoft Teams webhook address",
        literals=(".webhook.office.com/",),
        pattern=r"\.webhook\.office\.com/webhookb2/(?P<secret>[0-9a-f@-]{36,80}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}(?:/[A-Za-z0-9_-]{20,60})?)",
        source="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
        passing=(
            ".webhook.office.com/"
            + "webhookb2/"
            + uuid()
            + "@"
            + uuid()
            + "/IncomingWebhook/"
            + hexes(32)
            + "/"
            + uuid(),
        ),
        failing=(".webhook.office.com/" + "webhookb2/" + uuid(),),
        innocent=(".webhook.office.com/",),
        bits=128,
        left_edge="",
    ),
)
