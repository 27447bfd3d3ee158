"""Telegram: bot tokens."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, digits

FORMATS = (
    TokenFormat(
        kind="telegram-bot-token",
        title="Telegram bot token",
        literals=(":AA",),
        pattern=r"[0-9]{8,10}:AA[A-Za-z0-9_-]{32,34}",
        source="https://core.telegram.org/bots/api#authorizing-your-bot",
        passing=(digits(10) + ":A" + "A" + alnum(33),),
        failing=(digits(10) + ":A" + "A" + alnum(12),),
        innocent=("00:AA:BB:CC",),
        bits=192,
        leads=(10, 9, 8),
        left_edge="0-9",
    ),
)
