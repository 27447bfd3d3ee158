"""SonarQube: user, project and global tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import hexes

FORMATS = (
    TokenFormat(
        kind="sonarqube-token",
        title="SonarQube token",
        literals=(
            "sqp_",
            "squ_",
            "sqa_",
        ),
        pattern=r"sq[apu]_[0-9a-f]{40}",
        source="https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
        passing=("sqp_" + hexes(40),),
        failing=("sqp_" + hexes(12),),
        innocent=("sqa_report",),
        bits=160,
    ),
)
