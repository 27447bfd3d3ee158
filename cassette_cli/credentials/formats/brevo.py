"""Brevo (Sendinblue): API and SMTP keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="brevo-api-key",
        title="Brevo API or SMTP key",
        literals=(
            "xkeysib-",
            "xsmtpsib-",
        ),
        pattern=r"x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
        source="https://developers.brevo.com/docs/getting-started",
        passing=("xkey" + "sib-" + hexes(64) + "-" + alnum(16),),
        failing=("xkey" + "sib-" + hexes(64),),
        innocent=("xkeysib-",),
        bits=256,
    ),
)
