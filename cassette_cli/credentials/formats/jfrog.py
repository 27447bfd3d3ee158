"""JFrog Artifactory: API keys and reference tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="jfrog-api-key",
        title="JFrog API key",
        literals=("AKCp",),
        pattern=r"AKCp[A-Za-z0-9]{50,80}",
        source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
        passing=("AKCp" + alnum(69),),
        failing=("AKCp" + alnum(12),),
        innocent=("AKCp",),
        bits=297,
    ),
    TokenFormat(
        kind="jfrog-reference-token",
        title="JFrog reference token",
        literals=("cmVmdGtu",),
        pattern=r"cmVmdGtu[A-Za-z0-9]{56}",
        source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-tokens",
        passing=("cmVm" + "dGtu" + alnum(56),),
        failing=("cmVm" + "dGtu" + alnum(12),),
        innocent=("cmVmdGtu",),
        bits=238,
    ),
)
