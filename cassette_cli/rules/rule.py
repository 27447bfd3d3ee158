"""What a lint rule is: logic, prose, severity and examples in one file, one class."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from cassette_cli.errors import UsageError, did_you_mean
from cassette_cli.model.cassette import Cassette, Interaction, Message
from cassette_cli.model.finding import Finding, Severity
from cassette_cli.model.secret import Secret
from cassette_cli.plugins import load
from cassette_cli.rules.example import Example
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Place


@dataclass(frozen=True, slots=True)
class Violation:
    """What a JSON Schema has against a node: its route, and a sentence without its value."""

    route: Route
    message: str
    hint: str | None = None


class Subject:
    """A cassette under examination, with what several rules ask for computed once."""

    def __init__(
        self,
        cassette: Cassette,
        detect: Callable[[Cassette], Sequence[Secret]],
        validate: Callable[[Cassette], Sequence[Violation]],
    ) -> None:
        self.cassette = cassette
        self._detect = detect
        self._validate = validate

    @cached_property
    def secrets(self) -> Sequence[Secret]:
        """Every detected secret."""
        return self._detect(self.cassette)

    @cached_property
    def violations(self) -> Sequence[Violation]:
        """What the recorder's schema has against the file, the best first."""
        return self._validate(self.cassette)

    def messages(self) -> Iterator[tuple[Interaction, Message]]:
        """Every request and response."""
        for interaction in self.cassette.interactions:
            yield interaction, interaction.request
            yield interaction, interaction.response


class Rule(ABC):
    """One rule. The class's docstring is what `cassette rule NAME` prints.

    A module of this package that defines `RULE`, a rule's class, adds it.
    """

    name: str
    """Names the bad thing, so that it reads as "allow ..."."""
    group: str
    severity: Severity
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    default: bool = True

    @abstractmethod
    def check(self, subject: Subject) -> Iterator[Finding]:
        """Every finding in one cassette. Rules keep no state."""

    def finding(self, message: str, place: Place, hint: str | None = None) -> Finding:
        """A finding of this rule at its usual severity."""
        return Finding(self.name, self.severity, message, place, hint)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    return tuple(sorted((rule() for rule in load("rules", "RULE")), key=lambda rule: rule.name))


def find(name: str) -> Rule:
    """The rule called `name`; UsageError where there is none."""
    for rule in rules():
        if rule.name == name:
            return rule
    hint = did_you_mean(name, [rule.name for rule in rules()], "`cassette rule` lists them")
    raise UsageError(f"there is no rule {name[:60]}", hint=hint)


def names() -> tuple[str, ...]:
    """The names and groups that options and configuration take."""
    known = rules()
    return (*(rule.name for rule in known), *sorted({rule.group for rule in known}), "all")
