"""npm: access tokens, with their checksum."""

from cassette_cli.credentials.checksums import crc32_base62
from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, checksummed

FORMATS = (
    TokenFormat(
        kind="npm-token",
        title="npm access token",
        literals=("npm_",),
        pattern=r"npm_[A-Za-z0-9]{36}",
        source="https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
        passing=(checksummed("npm_", 30),),
        failing=(
            "npm_" + alnum(36),
            "npm_" + alnum(20),
        ),
        innocent=("npm_config_registry",),
        bits=178,
        check=crc32_base62,
    ),
)
