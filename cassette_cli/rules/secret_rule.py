"""What the rules about secrets share: the one detector, asked for some classes of secrets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cassette_cli.credentials.fingerprints import fingerprint
from cassette_cli.model.finding import Finding, Severity
from cassette_cli.model.secret import Secret
from cassette_cli.rules.rule import Rule, Subject


class SecretRule(Rule):
    """Secrets of some classes, found by the one detector."""

    group = "secrets"
    severities: dict[str, Severity]
    """By the class of the secret; a class that is not here is another rule's."""
    hint = "cassette redact replaces it in place; then rotate it, git history still has it"

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Every detected secret of this rule's classes."""
        for secret in subject.secrets:
            if secret.secret_class in self.severities:
                yield self.secret_finding(secret)

    def secret_finding(self, secret: Secret) -> Finding:
        """The finding for one secret of this rule's classes."""
        severity = self.severities[secret.secret_class]
        words = f"{secret.where}: {secret.kind}, {secret.length} characters"
        found = self.finding(words, secret.place, self.hint)
        bits = fingerprint(secret.of, secret.reveal())
        return replace(found, severity=severity, value_bits=bits)
