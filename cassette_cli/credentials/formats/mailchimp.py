"""Mailchimp: marketing keys (hex and a data centre) and transactional keys."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.randomness import looks_random
from cassette_cli.credentials.samples import alnum, hexes

FORMATS = (
    TokenFormat(
        kind="mailchimp-api-key",
        title="Mailchimp API key",
        literals=("-us",),
        pattern=r"[0-9a-f]{32}-us[0-9]{1,2}",
        source="https://mailchimp.com/developer/marketing/guides/quick-start/",
        passing=(hexes(32) + "-us" + "21",),
        failing=(hexes(20) + "-us" + "21",),
        innocent=("focus-us1",),
        bits=128,
        leads=(32,),
    ),
    TokenFormat(
        kind="mandrill-api-key",
        title="Mailchimp transactional key",
        literals=("md-",),
        pattern=r"md-[A-Za-z0-9_-]{22}",
        source="https://mailchimp.com/developer/transactional/guides/quick-start/",
        passing=("md-" + alnum(22),),
        failing=("md-" + alnum(12),),
        innocent=("md-button-outlined-small-x",),
        bits=132,
        check=looks_random,
    ),
)
