"""`cassette rule`: a rule's own prose and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from inspect import getdoc
from typing import Any

from cassette_cli.output.layout import Run, StyledLine
from cassette_cli.output.table import Column, table
from cassette_cli.rules.example import Example
from cassette_cli.rules.rule import Rule

_COLUMNS = (
    Column("rule", "cyan"),
    Column("severity"),
    Column("group", "dim"),
    Column("what it finds", flexible=True),
)


def rule_list(rules: Iterable[Rule], width: int | None) -> Iterator[StyledLine]:
    """One line a rule."""
    rows = [[rule.name, _severity(rule), rule.group, summary(rule)] for rule in rules]
    yield from table(_COLUMNS, rows, width)


def summary(rule: Rule) -> str:
    """The first sentence of the rule's docstring."""
    return (getdoc(type(rule)) or "").split("\n")[0]


def rule_view(rule: Rule) -> Iterator[StyledLine]:
    """The whole explanation."""
    yield [Run(rule.name, "bold cyan"), Run(f"  {_severity(rule)} · group {rule.group}", "dim")]
    yield []
    for line in (getdoc(type(rule)) or "").split("\n"):
        yield [Run(line)]
    yield from _examples("Found", rule.bad)
    yield from _examples("Not found", rule.good)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[StyledLine]:
    for example in examples:
        yield []
        yield [Run(f"{title} ({example.recorder}):", "bold")]
        for line in example.text.rstrip("\n").split("\n"):
            yield [Run("    "), *_marked(line)]


def _marked(line: str) -> StyledLine:
    """What an example marks with « and » in the colour of errors, the marks kept."""
    before, mark, rest = line.partition("«")
    middle, end, after = rest.partition("»")
    return [Run(before), Run(mark + middle + end, "bold red"), Run(after)]


def _severity(rule: Rule) -> str:
    return rule.severity if rule.default else f"off ({rule.severity})"


def rule_documents(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """The rules for programs."""
    return [
        {
            "name": rule.name,
            "group": rule.group,
            "severity": rule.severity,
            "default": rule.default,
            "summary": summary(rule),
            "description": getdoc(type(rule)),
            "bad": [example.text for example in rule.bad],
            "good": [example.text for example in rule.good],
        }
        for rule in rules
    ]
