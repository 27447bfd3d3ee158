"""Neon: role passwords and API keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, lower


def mixed(token: str) -> bool:
    """Whether digits and letters of both cases are in the token: words are not passwords."""
    body = token.partition("_")[2]
    return not (body.isalpha() or body.islower() or body.isupper())


FORMATS = (
    TokenFormat(
        kind="neon-password",
        title="Neon database password",
        literals=("npg_",),
        pattern=r"npg_[A-Za-z0-9]{12,32}",
        source="https://neon.com/docs/manage/roles",
        passing=("npg_" + alnum(16),),
        failing=("npg_" + alnum(8),),
        innocent=("npg_functions",),
        bits=71,
        check=mixed,
    ),
    TokenFormat(
        kind="neon-api-key",
        title="Neon API key",
        literals=("napi_",),
        pattern=r"napi_[a-z0-9]{60,70}",
        source="https://neon.com/docs/manage/api-keys",
        passing=("napi_" + lower(64),),
        failing=("napi_" + lower(12),),
        innocent=("napi_create_function",),
        bits=310,
    ),
)
