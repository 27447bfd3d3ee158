"""Tencent Cloud: secret ids."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="tencent-secret-id",
        title="Tencent Cloud secret id",
        literals=("AKID",),
        pattern=r"AKID[A-Za-z0-9]{32}",
        source="https://www.tencentcloud.com/document/product/598/34228",
        passing=("AKID" + alnum(32),),
        failing=("AKID" + alnum(12),),
        innocent=("AKIDS",),
        bits=190,
        secret_class=SecretClass.ACCOUNT_IDENTIFIER,
    ),
)
