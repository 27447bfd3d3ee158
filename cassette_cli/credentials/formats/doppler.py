"""Doppler: personal, service and CLI tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="doppler-token",
        title="Doppler token",
        literals=("dp.",),
        pattern=r"dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}",
        source="https://docs.doppler.com/docs/service-tokens",
        passing=("dp" + ".pt." + alnum(43),),
        failing=("dp" + ".pt." + alnum(12),),
        innocent=("dp.pt.x",),
        bits=238,
    ),
)
