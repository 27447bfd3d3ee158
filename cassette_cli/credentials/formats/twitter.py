"""X (Twitter): app bearer tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum


def _escaped(token: str) -> bool:
    """Whether the token holds a percent escape: runs of `A` in base64 have none."""
    return "%3D" in token


FORMATS = (
    TokenFormat(
        kind="twitter-bearer-token",
        title="X app bearer token",
        literals=("AAAAAAAAAAAAAAAAAAAA",),
        pattern=r"A{20,24}[A-Za-z0-9]{4,24}(?:%[0-9A-F]{2}|[A-Za-z0-9]){60,120}",
        source="https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/bearer-tokens",
        passing=("A" * 21 + alnum(11) + "%2B" + alnum(24) + "%3D" + alnum(50),),
        failing=("A" * 21 + alnum(11),),
        innocent=("A" * 400,),
        bits=297,
        check=_escaped,
        edge="A-Za-z0-9+/=_%-",
        left_edge="A-Za-z0-9+/_-",
    ),
)
