"""Which rules hold for a file, and how severe their findings are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from cassette_cli.errors import UsageError, did_you_mean
from cassette_cli.model.config import Config
from cassette_cli.model.finding import SEVERITIES, Finding, Severity
from cassette_cli.ops.globs import matches
from cassette_cli.rules.rule import Rule, names, rules


class Selection:
    """The rules for one path: selected, not deselected, not ignored for this path."""

    def __init__(self, config: Config, path: str, group: str | None = None) -> None:
        ignored = [
            name
            for glob, listed in config.per_file_ignores
            if matches(path, glob, config)
            for name in listed
        ]
        self._severities = dict(config.severity)
        chosen = _chosen(config, group)
        gone = _named([*ignored, *config.deselect])
        self.rules = [
            rule for rule in chosen if rule.name not in gone and self._configured(rule) != "off"
        ]

    def has(self, name: str) -> bool:
        """Whether the rule `name` holds."""
        return any(rule.name == name for rule in self.rules)

    def covers(self, name: str) -> bool:
        """Whether any rule holds that `name`, a rule or a group, stands for."""
        return bool(_named([name]) & {rule.name for rule in self.rules})

    def severity(self, rule: Rule, finding: Finding) -> Severity | None:
        """The configured severity of a finding, or its own.

        A finding that is milder than its rule by itself (a bot's cookie) is never made worse.
        """
        configured = self._configured(rule)
        if configured is None or configured == "off":
            return finding.severity
        if finding.severity != rule.severity:
            return max(configured, finding.severity, key=SEVERITIES.index)
        return configured

    def _configured(self, rule: Rule) -> Severity | Literal["off"] | None:
        """What the configuration says of the rule itself, else of its group, else of all."""
        names = (rule.name, rule.group, "all")
        return next((self._severities[one] for one in names if one in self._severities), None)


def _chosen(config: Config, group: str | None) -> Sequence[Rule]:
    if group is not None:
        return [rule for rule in rules() if rule.group == group]
    base = _named(config.select) if config.select is not None else None
    extra = _named(config.extend_select)
    return [
        rule
        for rule in rules()
        if rule.name in extra or (rule.default if base is None else rule.name in base)
    ]


def _named(listed: Iterable[str]) -> set[str]:
    wanted = set(listed)
    return {
        rule.name
        for rule in rules()
        if "all" in wanted or rule.name in wanted or rule.group in wanted
    }


@cache
def stands_for(name: str, rule: str) -> bool:
    """Whether `name` is the rule, or a group that it belongs to."""
    return name == rule or rule in _named([name])


def check_names(listed: Iterable[str], source: str) -> None:
    """Raise a UsageError for the first name that is neither a rule nor a group."""
    known = names()
    for name in listed:
        if name not in known:
            hint = did_you_mean(name, known, "`cassette rule` lists them")
            raise UsageError(f"{source}: there is no rule or group {name[:60]}", hint=hint)
