"""PostHog: personal and project secret keys; project keys are write only."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="posthog-secret-key",
        title="PostHog personal or secret key",
        literals=(
            "phx_",
            "phs_",
        ),
        pattern=r"ph[xs]_[A-Za-z0-9]{32,64}",
        source="https://posthog.com/docs/api",
        passing=("phx_" + alnum(43),),
        failing=("phx_" + alnum(12),),
        innocent=("phx_",),
        bits=190,
    ),
    TokenFormat(
        kind="posthog-project-key",
        title="PostHog project key (write only)",
        literals=("phc_",),
        pattern=r"phc_[A-Za-z0-9]{32,64}",
        source="https://posthog.com/docs/api",
        passing=("phc_" + alnum(43),),
        failing=("phc_" + alnum(12),),
        innocent=("phc_",),
        bits=190,
        secret_class=SecretClass.TELEMETRY,
    ),
)
