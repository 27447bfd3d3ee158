"""Alibaba Cloud: access key ids."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="alibaba-access-key-id",
        title="Alibaba Cloud access key id",
        literals=("LTAI",),
        pattern=r"LTAI[A-Za-z0-9]{16,26}",
        source="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair",
        passing=("LTAI" + alnum(20),),
        failing=("LTAI" + alnum(8),),
        innocent=("LTAIR",),
        bits=95,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
