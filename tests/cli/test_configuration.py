"""The configuration: which file holds, what the command line says to it, what each key does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import Outcome, cassette
from samples import BROKEN_BODY, LEAKY, SEVERAL, UNUSUAL


def lint(folder: Path, *arguments: str) -> Outcome:
    return cassette("lint", *arguments, cwd=folder)


def rules(done: Outcome) -> list[str]:
    """The rules that found something, in the order of the output."""
    return [line.split()[2] for line in done.text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "leaky.yaml").write_text(LEAKY)
    (tmp_path / "body.yaml").write_text(BROKEN_BODY)
    (tmp_path / "unusual.yaml").write_text(UNUSUAL)
    return tmp_path


@pytest.mark.parametrize("text", ["tool = 3 # tool.cassette\n", "[tool.other]\n", "", "[tool\n"])
def test_a_pyproject_that_says_nothing_of_cassettes(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text)
    assert lint(folder, "unusual.yaml").code == 0


def test_the_nearest_holds_alone(folder: Path) -> None:
    (folder / "cassette.toml").write_text('fail-on = "info"\nexclude = ["leaky.yaml"]\n')
    inner = folder / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[tool.cassette]\nselect = ["secrets"]\n')
    for name in ("leaky", "body", "unusual"):
        (inner / f"{name}.yaml").write_text((folder / f"{name}.yaml").read_text())
    done = lint(folder)
    paths = [line.split(":")[0] for line in done.text.splitlines()]
    assert paths == ["body.yaml", "unusual.yaml", "inner/leaky.yaml"]


def test_what_fails_is_told_by_the_nearest_too(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "cassette.toml").write_text('fail-on = "warning"\n')
    (folder / "inner" / "unusual.yaml").write_text(UNUSUAL)
    assert lint(folder, "unusual.yaml").code == 0
    assert lint(folder, "unusual.yaml", "inner").code == 1


def test_an_empty_table_nearer_by_hides_what_is_above(folder: Path) -> None:
    (folder / "cassette.toml").write_text('select = ["streams"]\n')
    inner = folder / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.cassette]\n")
    (inner / "leaky.yaml").write_text(LEAKY)
    assert lint(folder, "leaky.yaml").code == 0
    assert lint(folder, "inner/leaky.yaml").code == 1


def test_cassette_toml_beats_pyproject(folder: Path) -> None:
    (folder / "cassette.toml").write_text('select = ["streams"]\n')
    (folder / "pyproject.toml").write_text('[tool.cassette]\nselect = ["secrets"]\n')
    assert lint(folder, "leaky.yaml").code == 0


def test_the_search_stops_at_the_repository(folder: Path) -> None:
    (folder / "cassette.toml").write_text('select = ["streams"]\n')
    inner = folder / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "leaky.yaml").write_text(LEAKY)
    assert lint(folder, "leaky.yaml").code == 0
    assert lint(folder, "inner/leaky.yaml").code == 1


def test_one_named_holds_for_all_and_none_with_no_config(folder: Path) -> None:
    (folder / "cassette.toml").write_text('select = ["streams"]\n')
    (folder / "strict.toml").write_text('fail-on = "info"\nselect = ["shape"]\n')
    assert lint(folder).code == 0
    assert rules(lint(folder, "--config", "strict.toml")) == ["unusual-yaml"]
    assert rules(lint(folder, "--no-config")) == [
        "invalid-json-body",
        "live-credential",
        "unusual-yaml",
    ]


def test_every_value_says_where_it_came_from(folder: Path) -> None:
    (folder / "cassette.toml").write_text('fail-on = "info"\n[match-on]\nvcrpy = ["method"]\n')
    done = lint(folder, "--show-config", "--select", "secrets,http", "--ignore", "x", "leaky.yaml")
    assert done.code == 2, "names are checked first"
    done = lint(folder, "--show-config", "--select", "secrets,http", "leaky.yaml")
    assert (done.code, done.errors) == (0, "")
    assert done.text.splitlines() == [
        'select = ["secrets", "http"]  # command line',
        "extend-select = []  # default",
        "per-file-ignores = {}  # default",
        "severity = {}  # default",
        'fail-on = "info"  # cassette.toml',
        "exclude = []  # default",
        'match-on = [{matchers = ["method"], recorder = "vcrpy"}]  # cassette.toml',
        "max-decoded-size = 67108864  # default",
        "extend-volatile-headers = []  # default",
        "ignore = []  # default",
    ]


def test_the_command_line_beats_the_file(folder: Path) -> None:
    (folder / "cassette.toml").write_text('fail-on = "warning"\nselect = ["shape"]\n')
    assert lint(folder).code == 1
    assert lint(folder, "--fail-on", "error").code == 0
    done = lint(folder, "--select", "http")
    assert rules(done) == ["invalid-json-body"]
    shown = lint(folder, "--show-config", "--fail-on", "info").text
    assert 'fail-on = "info"  # command line' in shown.splitlines()


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("", ["invalid-json-body", "live-credential", "unusual-yaml"]),
        ("--select live-credential", ["live-credential"]),
        ("--select secrets,http", ["invalid-json-body", "live-credential"]),
        ("--select secrets --select shape", ["live-credential", "unusual-yaml"]),
        ("--select all --ignore secrets", ["invalid-json-body", "unusual-yaml"]),
        ("--select secrets --extend-select unusual-yaml", ["live-credential", "unusual-yaml"]),
        ("--ignore shape,http --ignore secrets", []),
    ],
)
def test_rules_are_chosen_by_name_and_group(folder: Path, arguments: str, found: list[str]) -> None:
    done = lint(folder, *arguments.split())
    assert rules(done) == found
    assert done.code == int(bool(set(found) - {"unusual-yaml"}))


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("unusual", "error", 0),
        ("unusual", "warning", 1),
        ("unusual", "info", 1),
        ("leaky", "info", 1),
    ],
)
def test_fail_on(folder: Path, name: str, level: str, code: int) -> None:
    assert lint(folder, "--fail-on", level, f"{name}.yaml").code == code


def test_severities(folder: Path) -> None:
    (folder / "cassette.toml").write_text(
        '[severity]\nunusual-yaml = "error"\nlive-credential = "info"\ninvalid-json-body = "off"\n'
    )
    done = lint(folder)
    assert done.code == 1
    assert [line.split()[1:3] for line in done.text.splitlines()] == [
        ["info", "live-credential"],
        ["error", "unusual-yaml"],
    ]


def test_per_file_ignores_are_relative_to_their_file(folder: Path) -> None:
    (folder / "cassette.toml").write_text(
        '[per-file-ignores]\n"/leaky.yaml" = ["secrets"]\n"b*.yaml" = ["invalid-json-body"]\n'
    )
    inner = folder / "inner"
    inner.mkdir()
    (inner / "leaky.yaml").write_text(LEAKY)
    (inner / "body.yaml").write_text(BROKEN_BODY)
    (inner / "several.yaml").write_text(SEVERAL)
    for cwd, prefix in ((folder, "inner/"), (inner, "")):
        done = cassette("lint", str(folder), "--ignore", "shape", cwd=cwd)
        assert [line.split(":")[0] for line in done.text.splitlines()] == [
            str(inner / "leaky.yaml")
        ]
        assert rules(cassette("lint", f"{prefix}leaky.yaml", cwd=cwd)) == ["live-credential"]
        assert cassette("lint", f"{prefix}body.yaml", cwd=cwd).code == 0


MATCHERS = {
    'match-on = ["headers"]': False,
    'match-on = ["method", "uri"]': True,
    'match-on = {vcrpy = ["headers"]}': False,
    'match-on = {"vcrpy-v1" = ["headers"], go-vcr = ["method"]}': False,
    'match-on = {go-vcr = ["headers"]}': True,
    '[[match-on]]\nmatchers = ["headers"]': False,
    '[[match-on]]\npath = "other/**"\nmatchers = ["headers"]': True,
    '[[match-on]]\nmatchers = ["headers"]\n[[match-on]]\npath = "le*"\nmatchers = ["uri"]': True,
}


@pytest.mark.parametrize("text", MATCHERS)
def test_what_the_matcher_compares_tells_whether_the_replay_is_safe(
    folder: Path, text: str
) -> None:
    (folder / "cassette.toml").write_text(text + "\n")
    done = cassette("redact", "--check", "-o", "json", "leaky.yaml", cwd=folder)
    (file,) = json.loads(done.text)["files"]
    assert file["replay"]["safe"] is MATCHERS[text]
