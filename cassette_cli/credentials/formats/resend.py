"""Resend: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="resend-api-key",
        title="Resend API key",
        literals=("re_",),
        pattern=r"re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,28}",
        source="https://resend.com/docs/dashboard/api-keys/introduction",
        passing=("re_" + alnum(8) + "_" + alnum(24),),
        failing=("re_" + alnum(8),),
        innocent=("pre_compute re_download_internationalization",),
        bits=119,
        check=looks_random,
    ),
)
