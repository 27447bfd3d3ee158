"""Netlify: personal access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="netlify-token",
        title="Netlify access token",
        literals=(
            "nfp_",
            "nfc_",
        ),
        pattern=r"nf[pc]_[A-Za-z0-9]{36,44}",
        source="https://docs.netlify.com/api/get-started/",
        passing=("nfp_" + alnum(36),),
        failing=("nfp_" + alnum(12),),
        innocent=("nfp_x",),
        bits=214,
    ),
)
