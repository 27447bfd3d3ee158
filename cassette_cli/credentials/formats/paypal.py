"""PayPal and Braintree: access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes, lower

FORMATS = (
    TokenFormat(
        kind="braintree-token",
        title="Braintree access token",
        literals=("access_token$",),
        pattern=r"access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}",
        source="https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
        passing=("access_" + "token$production$" + lower(16) + "$" + hexes(32),),
        failing=("access_" + "token$production$" + lower(16),),
        innocent=("access_token$",),
        bits=128,
    ),
    TokenFormat(
        kind="paypal-access-token",
        title="PayPal access token",
        literals=("A21AA",),
        pattern=r"A21AA[A-Za-z0-9_-]{80,120}",
        source="https://developer.paypal.com/api/rest/authentication/",
        passing=("A21" + "AA" + alnum(92),),
        failing=("A21" + "AA" + alnum(12),),
        innocent=("A21AA",),
        bits=480,
        edge="A-Za-z0-9+/=_-",
        left_edge="A-Za-z0-9+/_-",
    ),
)
