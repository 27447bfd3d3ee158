"""Stripe (and those who copied it: Clerk, Paystack): secret, restricted, webhook keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="stripe-secret-key",
        title="Stripe secret or restricted key (live)",
        literals=(
            "sk_live_",
            "rk_live_",
        ),
        pattern=r"[sr]k_live_[A-Za-z0-9]{24,200}",
        source="https://docs.stripe.com/keys",
        passing=("sk_" + "live_" + alnum(99),),
        failing=("sk_" + "live_" + alnum(12),),
        innocent=("task_live_update",),
        bits=142,
    ),
    TokenFormat(
        kind="stripe-test-key",
        title="Stripe secret or restricted key (test mode)",
        literals=(
            "sk_test_",
            "rk_test_",
        ),
        pattern=r"[sr]k_test_[A-Za-z0-9]{24,200}",
        source="https://docs.stripe.com/keys",
        passing=("sk_" + "test_" + alnum(99),),
        failing=("sk_" + "test_" + alnum(12),),
        innocent=("task_test_update",),
        bits=142,
    ),
    TokenFormat(
        kind="stripe-publishable-key",
        title="Stripe publishable key",
        literals=(
            "pk_live_",
            "pk_test_",
        ),
        pattern=r"pk_(?:live|test)_[A-Za-z0-9]{24,200}",
        source="https://docs.stripe.com/keys",
        passing=("pk_" + "live_" + alnum(99),),
        failing=("pk_" + "live_" + alnum(12),),
        innocent=("pk_live_x",),
        bits=142,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
    TokenFormat(
        kind="webhook-signing-secret",
        title="Webhook signing secret (Stripe, Svix)",
        literals=("whsec_",),
        pattern=r"whsec_[A-Za-z0-9+/]{24,80}={0,2}",
        source="https://docs.stripe.com/webhooks",
        passing=("whsec_" + alnum(32),),
        failing=("whsec_" + alnum(12),),
        innocent=("whsec_x",),
        bits=142,
        edge="A-Za-z0-9+/=",
    ),
)
