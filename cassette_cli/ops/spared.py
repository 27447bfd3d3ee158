"""Secrets that stay because an ignore with a reason covers the finding that `lint` has for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cassette_cli.model.cassette import Cassette
from cassette_cli.model.config import Config
from cassette_cli.model.secret import Secret
from cassette_cli.ops.findings import report
from cassette_cli.ops.globs import matches
from cassette_cli.ops.ignores import Ignores
from cassette_cli.ops.masks import Masks
from cassette_cli.ops.selection import stands_for
from cassette_cli.rules.rule import rules
from cassette_cli.rules.secret_rule import SecretRule


def spared(
    cassette: Cassette, secrets: Sequence[Secret], path: str, config: Config
) -> Iterator[Secret]:
    """Those of `secrets` that an ignore or `per-file-ignores` of the configuration, or a comment in
    the file, lets stand. Which rules are selected does not matter here."""
    ignores = Ignores(config, path, cassette.document)
    listed = [
        name for glob, names in config.per_file_ignores if matches(path, glob, config)
        for name in names
    ]  # fmt: skip
    if not (ignores.tables or ignores.comments or listed):
        return
    masks = Masks(cassette.document, secrets)
    by_class = {
        name: rule for rule in rules() if isinstance(rule, SecretRule) for name in rule.severities
    }
    for secret in secrets:
        rule = by_class.get(secret.secret_class)
        if rule is None:
            continue
        finding = report(path, cassette, rule.secret_finding(secret), masks)
        if any(stands_for(name, rule.name) for name in listed) or ignores.covers(finding):
            yield secret
