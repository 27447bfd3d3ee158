"""Ignores: tables with reasons, comments in YAML, and those that ignore nothing any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import Outcome, cassette
from samples import BROKEN_BODY, LEAKY

TABLE = '[[ignore]]\nrule = "{rule}"\npath = "{path}"\nreason = "it is meant to be there"\n{more}\n'


def table(rule: str = "live-credential", path: str = "*", more: str = "") -> str:
    return TABLE.format(rule=rule, path=path, more=more)


def lint(folder: Path, *arguments: str) -> Outcome:
    return cassette("lint", *arguments, cwd=folder)


def found(done: Outcome) -> list[str]:
    """`path rule` of every finding."""
    lines = [line.split() for line in done.text.splitlines()]
    return [f"{words[0].split(':')[0]} {words[2]}" for words in lines]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "d").mkdir()
    (tmp_path / "leaky.yaml").write_text(LEAKY)
    (tmp_path / "d" / "leaky.yaml").write_text(LEAKY)
    (tmp_path / "body.yaml").write_text(BROKEN_BODY)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (table(), ["body.yaml invalid-json-body"]),
        (table(path="d/"), ["body.yaml invalid-json-body", "leaky.yaml live-credential"]),
        (
            table(path="/leaky.yaml"),
            ["body.yaml invalid-json-body", "d/leaky.yaml live-credential"],
        ),
        (table(more='match = "Authorization"'), ["body.yaml invalid-json-body"]),
        (
            table() + table("invalid-json-body", "body.yaml"),
            [],
        ),
    ],
)
def test_a_table_leaves_out_what_it_names(folder: Path, text: str, left: list[str]) -> None:
    (folder / "cassette.toml").write_text(text)
    done = lint(folder)
    assert found(done) == left
    assert done.code == int(bool(left))


def test_a_table_that_ignores_nothing_is_reported(folder: Path) -> None:
    (folder / "cassette.toml").write_text(
        table("invalid-json-body", "leaky.yaml") + table("signed-url", "elsewhere/*")
    )
    done = lint(folder, "--fail-on", "warning")
    assert done.code == 1
    assert found(done)[-1] == "cassette.toml unused-ignore"
    assert done.text.count("unused-ignore") == 1, "the other's path was not examined"
    assert "[[ignore]] number 1 (invalid-json-body) ignores nothing" in done.text
    assert "unused-ignore" not in lint(folder, "body.yaml").text
    assert "unused-ignore" not in lint(folder, "--ignore", "unused-ignore").text


def test_validate_does_not_report_what_only_lint_can_use(folder: Path) -> None:
    (folder / "cassette.toml").write_text(table())
    assert cassette("validate", ".", cwd=folder).out == b""


HEADERS = "    headers: {Auth"
COMMENT = "# cassette: ignore[{}] a test key\n"
COMMENTED = {
    "above": LEAKY.replace(HEADERS, f"    {COMMENT.format('live-credential')}{HEADERS}"),
    "among others": LEAKY.replace(HEADERS, COMMENT.format("x, live-credential") + HEADERS),
    "by group": LEAKY.replace(HEADERS, COMMENT.format("secrets") + HEADERS),
    "around it": LEAKY.replace("- request:", f"{COMMENT.format('live-credential')}- request:"),
    "on its line": LEAKY.replace("]}\n", "]}  " + COMMENT.format("live-credential"), 1),
}


@pytest.mark.parametrize("where", COMMENTED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_ignores_what_begins_there(tmp_path: Path, where: str, newline: str) -> None:
    text = COMMENTED[where].replace("\n", newline)
    (tmp_path / "a.yaml").write_bytes(text.encode())
    done = lint(tmp_path, "--fail-on", "info")
    assert (done.code, done.text) == (0, "")


def test_rules_that_did_not_run_leave_no_ignore_unused(tmp_path: Path) -> None:
    (tmp_path / "cassette.toml").write_text(table())
    (tmp_path / "a.yaml").write_text(LEAKY)
    (tmp_path / "b.yaml").write_text(COMMENTED["above"])
    for options in (["--ignore", "secrets"], ["--select", "shape,ignores"]):
        done = lint(tmp_path, "--fail-on", "info", *options)
        assert (done.code, done.text) == (0, "")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# cassette: ignore[live-credential]", "gives no reason, and so ignores nothing"),
        ("# cassette: ignore[signed-url] a reason", "this comment ignores nothing"),
        ("# cassette: ignore[] a reason", "this comment names no rule"),
        ("# cassette: ignore a reason", "this comment names no rule"),
        ("# cassette: ignore[signed-urls] a reason", "this comment names no rule: signed-urls"),
    ],
)
def test_a_comment_that_does_not_count(tmp_path: Path, comment: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(
        LEAKY.replace("    headers: {A", f"    {comment}\n    headers: {{A")
    )
    done = lint(tmp_path)
    assert done.code == 1
    assert sorted(found(done)) == ["a.yaml live-credential", "a.yaml unused-ignore"]
    assert message in done.text
