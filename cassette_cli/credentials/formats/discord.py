"""Discord: bot tokens and webhooks."""

from base64 import b64encode

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, digits

# A token begins with the bot's id in base64: its first three digits leave so many ways.
_BEGINNINGS = tuple(b64encode(f"{number}".encode()).decode() for number in range(100, 1000))

FORMATS = (
    TokenFormat(
        kind="discord-bot-token",
        title="Discord bot token",
        literals=_BEGINNINGS,
        pattern=r"[MNO][A-Za-z0-9]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
        source="https://discord.com/developers/docs/reference#authentication",
        passing=("MTA4" + alnum(22) + "." + alnum(6) + "." + alnum(38),),
        failing=("MTA4" + alnum(22) + "." + alnum(6),),
        innocent=("MTU.size.is",),
        bits=162,
        left_edge="A-Za-z0-9+/_.-",
    ),
    TokenFormat(
        kind="discord-webhook",
        title="Discord webhook address",
        literals=("/api/webhooks/",),
        pattern=r"discord(?:app)?\.com/api/webhooks/[0-9]{15,20}/(?P<secret>[A-Za-z0-9_-]{60,80})",
        source="https://discord.com/developers/docs/resources/webhook",
        passing=("discord.com/" + "api/webhooks/" + digits(18) + "/" + alnum(68),),
        failing=("discord.com/" + "api/webhooks/" + digits(18),),
        innocent=("discord.com/api/webhooks/",),
        bits=360,
        left_edge="",
        leads=(11, 14),
    ),
)
