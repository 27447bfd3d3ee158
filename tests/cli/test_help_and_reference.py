"""What the program says of itself: help, version, rules, schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from invoke import cassette

from cassette_cli.cli.app import VERBS
from cassette_cli.rules.rule import rules
from cassette_cli.schemas import names
from cassette_cli.version import version


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_fits_and_says_nothing_of_types(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str, option: str
) -> None:
    assert cassette(*filter(None, [verb]), option, cwd=tmp_path).code == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"Usage: cassette {verb}".rstrip())
    assert max(map(len, printed.splitlines())) <= 80
    assert "[default: 0]" not in printed
    for line in re.findall(r"^  (?:-\w, )?--[\w-]+.*$", printed, re.MULTILINE):
        assert len(line.split()) > 1


def test_every_verb_is_listed_with_its_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cassette("--help", cwd=tmp_path)
    printed = capsys.readouterr().out
    for verb in VERBS:
        assert re.search(rf"(?m)^  {verb} +[A-Z].*\.$", printed)


def test_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "-V"):
        assert cassette(option, cwd=tmp_path).code == 0
        assert capsys.readouterr().out == f"cassette {version()}\n"


def test_schemas_are_listed_and_printed(tmp_path: Path) -> None:
    listed = cassette("schema", cwd=tmp_path).text.splitlines()
    assert tuple(listed) == names()
    for name in listed:
        done = cassette("schema", name, cwd=tmp_path)
        assert (done.code, done.errors) == (0, "")
        assert "$schema" in json.loads(done.text)


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = cassette("rule", cwd=tmp_path).text.splitlines()[1:]
    assert [line.split()[0] for line in listed] == [rule.name for rule in rules()]
    for rule in rules():
        done = cassette("rule", rule.name, cwd=tmp_path)
        assert (done.code, done.errors) == (0, "")
        assert done.text.splitlines()[0].startswith(rule.name)
        assert json.loads(cassette("rule", "-o", "json", rule.name, cwd=tmp_path).text)


def test_a_rules_foreign_name_is_harmless(tmp_path: Path) -> None:
    done = cassette("rule", "\x1b[31mred\u202e", cwd=tmp_path)
    assert done.code == 2
    assert "\x1b" not in done.errors
    assert "\u202e" not in done.errors
