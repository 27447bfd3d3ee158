"""Scaleway: access keys (the ids; secret keys are UUIDs under telling names)."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import upper
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="scaleway-access-key-id",
        title="Scaleway access key id",
        literals=("SCW",),
        pattern=r"SCW[A-Z0-9]{17}",
        source="https://www.scaleway.com/en/docs/iam/concepts/",
        passing=("SCW" + upper(17),),
        failing=("SCW" + upper(9),),
        innocent=("SCW_DEFAULT_REGION",),
        bits=87,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
