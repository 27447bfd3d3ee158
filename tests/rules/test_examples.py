"""Every rule finds what its own bad examples mark, exactly there, and nothing in the good ones."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cassette_cli.model.config import Config
from cassette_cli.model.finding import SEVERITIES
from cassette_cli.ops.findings import Reported
from cassette_cli.ops.lint import lint_bytes
from cassette_cli.rules.example import Example
from cassette_cli.rules.rule import Rule, rules

VARIANTS: dict[str, Callable[[str], str]] = {
    "lf": lambda text: text,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "bom": lambda text: "\ufeff" + text,
    "bom-crlf": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "unterminated": lambda text: text.removesuffix("\n"),
}
WITHOUT_EXAMPLES = {"unreadable", "unused-ignore"}
GROUPS = {"shape", "http", "streams", "secrets", "ignores"}


def cases(kind: str) -> list[object]:
    found = [
        pytest.param(rule, example, vary, id=f"{rule.name}-{number}-{name}")
        for rule in rules()
        for number, example in enumerate(getattr(rule, kind))
        for name, vary in VARIANTS.items()
    ]
    assert found
    return found


def findings(rule: Rule, example: Example, text: str) -> list[Reported]:
    report = lint_bytes("test.yaml", text.encode(), Config())
    assert report.status == "cassette"
    assert (report.recorder or "").split()[0] == example.recorder
    return [one for one in report.findings if one.rule == rule.name]


def at(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column of an offset; a byte order mark takes no column."""
    before = text[:offset].removeprefix("\ufeff")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("rule", "example", "vary"), cases("bad"))
def test_what_is_marked_is_found(rule: Rule, example: Example, vary: Callable[[str], str]) -> None:
    marked = vary(example.text)
    assert marked.count("«") == marked.count("»") == 1
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = findings(rule, example, text)
    assert [(one.start.line, one.start.column) for one in found if one.start] == [at(text, start)]
    if end > start and not found[0].spans:
        assert found[0].end
        assert (found[0].end.line, found[0].end.column) == at(text, end)


@pytest.mark.parametrize(("rule", "example", "vary"), cases("good"))
def test_what_is_good_is_not_found(
    rule: Rule, example: Example, vary: Callable[[str], str]
) -> None:
    assert findings(rule, example, vary(example.text)) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.severity in SEVERITIES
    assert rule.group in GROUPS
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+|unreadable", rule.name)
    assert type(rule).__name__ == "".join(map(str.capitalize, rule.name.split("-")))
    first = (type(rule).__doc__ or "").split("\n", 1)[0]
    assert re.fullmatch(r"[A-Z].{10,98}\.", first)
    assert bool(rule.bad and rule.good) == (rule.name not in WITHOUT_EXAMPLES)


def test_names_are_unique() -> None:
    names = [rule.name for rule in rules()]
    assert sorted(set(names)) == names
    assert set(names) >= WITHOUT_EXAMPLES
