"""Sentry: organisation and user tokens; the address of a project is public."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import digits, hexes
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="sentry-token",
        title="Sentry auth token",
        literals=(
            "sntrys_",
            "sntryu_",
            "sntrya_",
            "sntryi_",
        ),
        pattern=r"sntry(?:s_eyJ[A-Za-z0-9+/=_-]{60,600}|[uai]_[0-9a-f]{64})",
        source="https://docs.sentry.io/account/auth-tokens/",
        passing=("sntryu_" + hexes(64),),
        failing=("sntryu_" + hexes(12),),
        innocent=("sntryu_",),
        bits=357,
        edge="A-Za-z0-9+/=_-",
    ),
    TokenFormat(
        kind="sentry-dsn",
        title="Sentry project address (write only)",
        literals=("@o",),
        pattern=r"(?P<secret>[0-9a-f]{32})@o[0-9]{1,18}\.ingest\.",
        source="https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
        passing=(hexes(32) + "@o" + digits(7) + ".ingest.",),
        failing=(hexes(12) + "@o" + digits(7) + ".ingest.",),
        innocent=("o1.ingest.sentry.io",),
        bits=128,
        leads=(32,),
        edge="",
        secret_class=SecretClass.TELEMETRY,
    ),
)
