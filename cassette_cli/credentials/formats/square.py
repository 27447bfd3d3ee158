"""Square: access tokens and OAuth secrets."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="square-token",
        title="Square access token or secret",
        literals=(
            "sq0atp-",
            "sq0csp-",
            "EAAA",
        ),
        pattern=r"(?:sq0atp-[A-Za-z0-9_-]{22}|sq0csp-[A-Za-z0-9_-]{43}|EAAA[A-Za-z0-9_-]{60})",
        source="https://developer.squareup.com/docs/build-basics/access-tokens",
        passing=(
            "sq0" + "atp-" + alnum(22),
            "EA" + "AA" + alnum(60),
        ),
        failing=("sq0" + "atp-" + alnum(8),),
        innocent=("EAAA",),
        bits=132,
        check=looks_random,
        edge="A-Za-z0-9+/=_-",
        left_edge="A-Za-z0-9+/_-",
    ),
)
