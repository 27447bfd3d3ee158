"""age: file encryption secret keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.model.kind import SecretClass

FORMATS = (
    TokenFormat(
        kind="age-secret-key",
        title="age secret key",
        literals=("AGE-SECRET-KEY-",),
        pattern=r"AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
        source="https://github.com/C2SP/C2SP/blob/main/age.md",
        passing=(
            "AGE-SECRET-"
            + "KEY-1"
            + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
            + "XVDW0S3JN54KHCE6MUA7LQPZR9",
        ),
        failing=("AGE-SECRET-" + "KEY-1" + "QPZRY9X8",),
        innocent=("AGE-SECRET-KEY-",),
        bits=256,
        secret_class=SecretClass.PRIVATE_KEY,
    ),
)
