"""GitHub: personal, OAuth, app and refresh tokens, with their checksum."""

from cassette_cli.credentials.checksums import crc32_base62
from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, checksummed

FORMATS = (
    TokenFormat(
        kind="github-token",
        title="GitHub token",
        literals=(
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
        ),
        pattern=r"gh(?:[pous]_[A-Za-z0-9]{36}|r_[A-Za-z0-9]{76})",
        source="https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/",
        passing=(
            checksummed("ghp_", 30),
            checksummed("ghr_", 70),
        ),
        failing=(
            "ghp_" + alnum(36),
            "gho_" + alnum(20),
        ),
        innocent=("ghs_config laugho_",),
        bits=178,
        check=crc32_base62,
    ),
    TokenFormat(
        kind="github-fine-grained-token",
        title="GitHub fine-grained personal access token",
        literals=("github_pat_",),
        pattern=r"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
        source="https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
        passing=("github_" + "pat_" + alnum(22) + "_" + alnum(59),),
        failing=("github_" + "pat_" + alnum(22),),
        innocent=("github_pat_name",),
        bits=351,
    ),
    TokenFormat(
        kind="github-app-token",
        title="GitHub app token that carries its claims",
        literals=("ghs_",),
        pattern=r"ghs_(?:[A-Za-z0-9]{1,20}_)?eyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{16,1000}",
        source="https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
        passing=("ghs_" + "1234_" + "eyJ" + alnum(40) + "." + alnum(80) + "." + alnum(43),),
        failing=("ghs_" + "eyJ" + alnum(4),),
        innocent=("ghs_eyJ",),
        bits=96,
    ),
)
