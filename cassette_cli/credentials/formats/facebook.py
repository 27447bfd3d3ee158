"""Meta: Graph API access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="facebook-token",
        title="Meta Graph API access token",
        literals=("EAA",),
        pattern=r"EAA[A-Za-z0-9]{90,400}",
        source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
        passing=("EA" + "AB" + alnum(180),),
        failing=("EA" + "AB" + alnum(20),),
        innocent=("EAA",),
        bits=535,
        check=looks_random,
        edge="A-Za-z0-9+/=_-",
        left_edge="A-Za-z0-9+/_-",
    ),
)
