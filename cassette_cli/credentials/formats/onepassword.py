"""1Password: service account tokens and secret keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, upper

FORMATS = (
    TokenFormat(
        kind="onepassword-service-token",
        title="1Password service account token",
        literals=("ops_eyJ",),
        pattern=r"ops_eyJ[A-Za-z0-9+/_-]{200,1400}={0,3}",
        source="https://developer.1password.com/docs/service-accounts/",
        passing=("ops_" + "eyJ" + alnum(400),),
        failing=("ops_" + "eyJ" + alnum(20),),
        innocent=("ops_eyJ",),
        bits=256,
        edge="A-Za-z0-9+/=_-",
    ),
    TokenFormat(
        kind="onepassword-secret-key",
        title="1Password secret key",
        literals=("A3-",),
        pattern=r"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
        source="https://support.1password.com/secret-key-security/",
        passing=(
            "A3-"
            + upper(6)
            + "-"
            + upper(6)
            + "-"
            + upper(5)
            + "-"
            + upper(5)
            + "-"
            + upper(5)
            + "-"
            + upper(5),
        ),
        failing=("A3-" + upper(6),),
        innocent=("A3-PAPER",),
        bits=130,
    ),
)
