"""The rule `session-cookie`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cassette_cli.model.finding import Finding
from cassette_cli.model.secret import Secret
from cassette_cli.rules.example import go_vcr
from cassette_cli.rules.rule import Subject
from cassette_cli.rules.secret_rule import SecretRule

_VALUE = "9f86d081884c7d659a2feaa0c55ad015"


class SessionCookie(SecretRule):
    """A cookie that stands for somebody's session.

    Cookies of bot checks and load balancers (`__cf_bm`, `_cfuvid`, `AWSALB`) say nothing about who
    somebody is and expire within the hour: an info.
    """

    name = "session-cookie"
    severity = "warning"
    severities = {  # noqa: RUF012  # never changed
        "session-cookie": "warning",
        "bot-cookie": "info",
    }
    hint = "cassette redact replaces session cookies in place"
    bot_hint = "cassette redact leaves it; an ignore with a reason silences this"
    bad = (go_vcr(sent=f"Cookie:\n- theme=dark; sessionid=«{_VALUE}»"),)
    good = (go_vcr(sent="Cookie:\n- theme=dark; sessionid=REDACTED"),)

    def check(self, subject: Subject) -> Iterator[Finding]:
        """One finding a cookie name: the same few cookies come back with every answer."""
        by_name: dict[str, list[Secret]] = {}
        for secret in subject.secrets:
            if secret.secret_class in self.severities:
                by_name.setdefault(secret.where, []).append(secret)
        for secrets in by_name.values():
            found = self.secret_finding(secrets[0])
            if found.severity == "info":
                found = replace(found, hint=self.bot_hint)
            others = len(secrets) - 1
            more = f", and {others} more like it" if others else ""
            yield replace(found, message=found.message + more)


RULE = SessionCookie
