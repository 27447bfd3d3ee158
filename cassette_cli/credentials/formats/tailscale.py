"""Tailscale: API, auth and OAuth keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum

FORMATS = (
    TokenFormat(
        kind="tailscale-key",
        title="Tailscale key",
        literals=("tskey-",),
        pattern=r"tskey-(?:[a-z]{2,12}-)?[A-Za-z0-9]{8,24}-[A-Za-z0-9]{16,48}",
        source="https://tailscale.com/kb/1277/key-prefixes",
        passing=("tskey-" + "auth-" + alnum(17) + "-" + alnum(32),),
        failing=("tskey-" + alnum(5),),
        innocent=("tskey-auth",),
        bits=142,
    ),
)
