"""Frame.io: developer tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="frameio-token",
        title="Frame.io developer token",
        literals=("fio-u-",),
        pattern=r"fio-u-[A-Za-z0-9_=-]{56,72}",
        source="https://developer.frame.io/docs/getting-started/authentication",
        passing=("fio-" + "u-" + alnum(64),),
        failing=("fio-" + "u-" + alnum(12),),
        innocent=("fio-u-",),
        bits=336,
    ),
)
