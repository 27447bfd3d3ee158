"""Typeform: personal access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="typeform-token",
        title="Typeform access token",
        literals=("tfp_",),
        pattern=r"tfp_[A-Za-z0-9_.=-]{40,70}",
        source="https://www.typeform.com/developers/get-started/personal-access-token/",
        passing=("tfp_" + alnum(59),),
        failing=("tfp_" + alnum(12),),
        innocent=("tfp_distributions",),
        bits=240,
    ),
)
