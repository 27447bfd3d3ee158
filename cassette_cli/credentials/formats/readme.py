"""ReadMe: API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import lower

FORMATS = (
    TokenFormat(
        kind="readme-api-key",
        title="ReadMe API key",
        literals=("rdme_",),
        pattern=r"rdme_[a-z0-9]{60,76}",
        source="https://docs.readme.com/main/reference/intro-authentication",
        passing=("rdme_" + lower(70),),
        failing=("rdme_" + lower(12),),
        innocent=("rdme_x",),
        bits=310,
    ),
)
