"""Notion: integration tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, digits

FORMATS = (
    TokenFormat(
        kind="notion-token",
        title="Notion integration token",
        literals=(
            "ntn_",
            "secret_",
        ),
        pattern=r"(?:ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43})",
        source="https://developers.notion.com/reference/authentication",
        passing=(
            "ntn_" + digits(11) + alnum(35),
            "secret_" + alnum(43),
        ),
        failing=("ntn_" + alnum(12),),
        innocent=("secret_name secret_manager_path",),
        bits=208,
    ),
)
