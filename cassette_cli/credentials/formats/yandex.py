"""Yandex Cloud: service keys, OAuth and IAM tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="yandex-api-key",
        title="Yandex Cloud API key",
        literals=("AQVN",),
        pattern=r"AQVN[A-Za-z0-9_-]{35,38}",
        source="https://yandex.cloud/en/docs/iam/concepts/authorization/api-key",
        passing=("AQVN" + alnum(36),),
        failing=("AQVN" + alnum(12),),
        innocent=("AQVN",),
        bits=210,
    ),
    TokenFormat(
        kind="yandex-oauth-token",
        title="Yandex OAuth token",
        literals=(
            "y0_",
            "y1_",
            "y2_",
            "y3_",
        ),
        pattern=r"y[0-3]_[A-Za-z0-9_-]{52,60}",
        source="https://yandex.cloud/en/docs/iam/concepts/authorization/oauth-token",
        passing=("y0_" + alnum(55),),
        failing=("y0_" + alnum(12),),
        innocent=("key0_name",),
        bits=312,
        check=looks_random,
    ),
    TokenFormat(
        kind="yandex-iam-token",
        title="Yandex IAM token",
        literals=("t1.",),
        pattern=r"t1\.[A-Za-z0-9_-]{40,400}={0,2}\.[A-Za-z0-9_-]{80,96}={0,2}",
        source="https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token",
        passing=("t1" + "." + alnum(120) + "." + alnum(86),),
        failing=("t1" + "." + alnum(20),),
        innocent=("t1.micro",),
        bits=480,
    ),
)
