"""Supabase: management tokens, secret and publishable keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="supabase-token",
        title="Supabase access token",
        literals=("sbp_",),
        pattern=r"sbp_(?:oauth_)?[0-9a-f]{40}",
        source="https://supabase.com/docs/reference/api/introduction",
        passing=("sbp_" + hexes(40),),
        failing=("sbp_" + hexes(12),),
        innocent=("sbp_x",),
        bits=160,
    ),
    TokenFormat(
        kind="supabase-secret-key",
        title="Supabase secret key",
        literals=("sb_secret_",),
        pattern=r"sb_secret_[A-Za-z0-9_-]{28,48}",
        source="https://supabase.com/docs/guides/api/api-keys",
        passing=("sb_" + "secret_" + alnum(31),),
        failing=("sb_" + "secret_" + alnum(8),),
        innocent=("sb_secret_key",),
        bits=132,
    ),
    TokenFormat(
        kind="supabase-publishable-key",
        title="Supabase publishable key",
        literals=("sb_publishable_",),
        pattern=r"sb_publishable_[A-Za-z0-9_-]{28,48}",
        source="https://supabase.com/docs/guides/api/api-keys",
        passing=("sb_" + "publishable_" + alnum(31),),
        failing=("sb_" + "publishable_" + alnum(8),),
        innocent=("sb_publishable_key",),
        bits=132,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
