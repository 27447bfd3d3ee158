"""Linear: API and OAuth keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="linear-key",
        title="Linear API or OAuth key",
        literals=(
            "lin_api_",
            "lin_oauth_",
            "lin_wh_",
        ),
        pattern=r"lin_(?:api|oauth|wh)_[A-Za-z0-9]{32,64}",
        source="https://linear.app/developers/graphql",
        passing=("lin_" + "api_" + alnum(40),),
        failing=("lin_" + "api_" + alnum(12),),
        innocent=("lin_api_x",),
        bits=190,
    ),
)
