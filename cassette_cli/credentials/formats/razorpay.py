"""Razorpay: key ids."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="razorpay-key-id",
        title="Razorpay key id",
        literals=(
            "rzp_live_",
            "rzp_test_",
        ),
        pattern=r"rzp_(?:live|test)_[A-Za-z0-9]{14}",
        source="https://razorpay.com/docs/api/authentication/",
        passing=("rzp_" + "live_" + alnum(14),),
        failing=("rzp_" + "live_" + alnum(4),),
        innocent=("rzp_live_x",),
        bits=83,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
