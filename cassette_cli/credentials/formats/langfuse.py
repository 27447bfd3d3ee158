"""Langfuse: secret and public keys of a project."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes, uuid
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="langfuse-secret-key",
        title="Langfuse secret key",
        literals=("sk-lf-",),
        pattern=r"sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        source="https://langfuse.com/docs/api",
        passing=("sk-" + "lf-" + uuid(),),
        failing=("sk-" + "lf-" + hexes(12),),
        innocent=("sk-lf-...",),
        bits=122,
    ),
    TokenFormat(
        kind="langfuse-public-key",
        title="Langfuse public key",
        literals=("pk-lf-",),
        pattern=r"pk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        source="https://langfuse.com/docs/api",
        passing=("pk-" + "lf-" + uuid(),),
        failing=("pk-" + "lf-" + hexes(12),),
        innocent=("pk-lf-...",),
        bits=122,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
