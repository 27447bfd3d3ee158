"""Docker Hub: personal and organisation access tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="docker-hub-token",
        title="Docker Hub access token",
        literals=(
            "dckr_pat_",
            "dckr_oat_",
        ),
        pattern=r"dckr_[po]at_[A-Za-z0-9_-]{27,40}",
        source="https://docs.docker.com/security/access-tokens/",
        passing=("dckr_" + "pat_" + alnum(27),),
        failing=("dckr_" + "pat_" + alnum(12),),
        innocent=("dckr_pat_",),
        bits=162,
    ),
)
