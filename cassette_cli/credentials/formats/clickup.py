"""ClickUp: personal tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import digits, upper

FORMATS = (
    TokenFormat(
        kind="clickup-token",
        title="ClickUp personal token",
        literals=("pk_",),
        pattern=r"pk_[0-9]{6,10}_[A-Z0-9]{32}",
        source="https://developer.clickup.com/docs/authentication",
        passing=("pk_" + digits(8) + "_" + upper(32),),
        failing=("pk_" + digits(8),),
        innocent=("pk_id pk_field_name_123456",),
        bits=165,
    ),
)
