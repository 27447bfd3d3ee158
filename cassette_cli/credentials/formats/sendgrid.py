"""SendGrid: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="sendgrid-api-key",
        title="SendGrid API key",
        literals=("SG.",),
        pattern=r"SG\.[A-Za-z0-9_-]{16,24}\.[A-Za-z0-9_-]{32,64}",
        source="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
        passing=("SG" + "." + alnum(22) + "." + alnum(43),),
        failing=("SG" + "." + alnum(22),),
        innocent=("MSG.text",),
        bits=192,
    ),
)
