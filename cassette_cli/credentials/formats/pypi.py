"""PyPI: upload tokens (macaroons)."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="pypi-token",
        title="PyPI upload token",
        literals=("pypi-AgE",),
        pattern=r"pypi-AgE[A-Za-z0-9_-]{50,1000}",
        source="https://pypi.org/help/#apitoken",
        passing=("pypi-" + "AgEIcHlwaS5vcmc" + alnum(120),),
        failing=("pypi-" + "AgEIcHlwaS5vcmc" + alnum(12),),
        innocent=("pypi-publish",),
        bits=300,
    ),
)
