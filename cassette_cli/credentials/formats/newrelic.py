"""New Relic: user keys, license keys, browser keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes, upper
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="newrelic-user-key",
        title="New Relic user key",
        literals=("NRAK-",),
        pattern=r"NRAK-[A-Z0-9]{27}",
        source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
        passing=("NRAK-" + upper(27),),
        failing=("NRAK-" + upper(12),),
        innocent=("NRAK-",),
        bits=139,
    ),
    TokenFormat(
        kind="newrelic-license-key",
        title="New Relic license key",
        literals=("NRAL",),
        pattern=r"[0-9a-f]{32,36}(?:FFFF)?NRAL",
        source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
        passing=(hexes(32) + "FFFF" + "NRAL",),
        failing=(hexes(12) + "FFFF" + "NRAL",),
        innocent=("GENRAL",),
        bits=128,
        leads=(36, 32, 40),
    ),
    TokenFormat(
        kind="newrelic-insert-key",
        title="New Relic insert key (write only)",
        literals=(
            "NRII-",
            "NRJS-",
        ),
        pattern=r"(?:NRII-[A-Za-z0-9_-]{32}|NRJS-[0-9a-f]{19})",
        source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
        passing=("NRII-" + alnum(32),),
        failing=("NRII-" + alnum(12),),
        innocent=("NRII-",),
        bits=76,
        secret_class=SecretClass.TELEMETRY,
    ),
)
