"""Slack: bot, user, app and session tokens, webhooks."""

from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, digits, hexes, upper


def _with_digits(token: str) -> bool:
    """Whether the token holds digits: words that begin alike do not."""
    return any(character.isdigit() for character in token)


FORMATS = (
    TokenFormat(
        kind="slack-token",
        title="Slack token",
        literals=(
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "xoxo-",
            "xoxr-",
            "xoxs-",
            "xoxc-",
            "xoxe-",
            "xoxe.",
        ),
        pattern=r"xox(?:[abcoprs]-|e-|e\.xox[bp]-)[A-Za-z0-9-]{20,400}",
        source="https://api.slack.com/authentication/token-types",
        passing=("xox" + "b-" + digits(12) + "-" + digits(13) + "-" + alnum(24),),
        failing=("xox" + "b-" + digits(8),),
        innocent=("xoxo-hugs-and-kisses foxox",),
        bits=119,
        check=_with_digits,
    ),
    TokenFormat(
        kind="slack-app-token",
        title="Slack app-level token",
        literals=("xapp-",),
        pattern=r"xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{10,14}-[0-9a-f]{64}",
        source="https://api.slack.com/authentication/token-types",
        passing=("xapp-" + "1-A" + upper(10) + "-" + digits(13) + "-" + hexes(64),),
        failing=("xapp-" + "1-A" + upper(10),),
        innocent=("xapp-desktop",),
        bits=256,
    ),
    TokenFormat(
        kind="slack-session-cookie",
        title="Slack session cookie",
        literals=("xoxd-",),
        pattern=r"xoxd-(?:[A-Za-z0-9+/=_-]|%[0-9A-Fa-f]{2}){60,300}",
        source="https://api.slack.com/authentication/token-types",
        passing=("xox" + "d-" + alnum(120),),
        failing=("xox" + "d-" + alnum(20),),
        innocent=("xoxd-",),
        bits=357,
        edge="A-Za-z0-9+/=_%-",
    ),
    TokenFormat(
        kind="slack-webhook",
        title="Slack webhook address",
        literals=("hooks.slack.com/",),
        pattern=r"hooks\.slack\.com/(?:services|workflows|triggers)/(?P<secret>[A-Z0-9]{8,12}/[A-Za-z0-9]{8,24}/[A-Za-z0-9]{20,40})",
        source="https://api.slack.com/messaging/webhooks",
        passing=("hooks.slack.com/" + "services/T" + upper(9) + "/B" + upper(9) + "/" + alnum(24),),
        failing=("hooks.slack.com/" + "services/T" + upper(9),),
        innocent=("hooks.slack.com/services/",),
        bits=119,
        left_edge="",
    ),
)
