"""Modal: token ids and secrets."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="modal-token-secret",
        title="Modal token secret",
        literals=("as-",),
        pattern=r"as-[A-Za-z0-9]{22}",
        source="https://modal.com/docs/reference/modal.config",
        passing=("as-" + alnum(22),),
        failing=("as-" + alnum(12),),
        innocent=("as-internationalization",),
        bits=130,
        check=looks_random,
    ),
    TokenFormat(
        kind="modal-token-id",
        title="Modal token id",
        literals=("ak-",),
        pattern=r"ak-[A-Za-z0-9]{22}",
        source="https://modal.com/docs/reference/modal.config",
        passing=("ak-" + alnum(22),),
        failing=("ak-" + alnum(12),),
        innocent=("ak-internationalization",),
        bits=130,
        check=looks_random,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
