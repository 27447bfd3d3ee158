"""A configuration that cannot hold: said with its file, its key, and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import cassette

WRONG = {
    'fail_on = "error"': ["unknown key fail_on", "hint: did you mean fail-on?"],
    'frobnicate = "x"': [
        "unknown key frobnicate",
        "hint: known are exclude, extend-select, extend-volatile-headers, fail-on, ignore, "
        "match-on, max-decoded-size, per-file-ignores, select, severity",
    ],
    'fail-on = "bad"': ["fail-on must be one of error, warning, info", "found: bad"],
    "fail-on = 3": ["fail-on must be one of error, warning, info", "found: 3"],
    'select = "secrets"': ["select must be a list of texts", "found: a text"],
    'select = ["secret"]': [
        "select: there is no rule or group secret",
        "hint: did you mean secrets?",
    ],
    "exclude = [1]": ["exclude must be a list of texts", "found: 1 in it"],
    "max-decoded-size = -1": [
        "max-decoded-size must be a whole number of bytes from 1 to 1_099_511_627_776",
        "found: -1",
    ],
    "max-decoded-size = true": [
        "max-decoded-size must be a whole number of bytes from 1 to 1_099_511_627_776",
        "found: true",
    ],
    "match-on = true": ["match-on must be a list, or a table of lists", "found: true"],
    'match-on = {vcrpi = ["method"]}': [
        "match-on.vcrpi: recorder must be one of betamax, betamax-v1, go-vcr, go-vcr-v1, "
        "go-vcr-v2, har, har-v1.2, pydantic-ai, pydantic-ai-v1, ruby-vcr, ruby-vcr-v1, vcrpy, "
        "vcrpy-v1",
        "found: vcrpi",
    ],
    '[[match-on]]\npath = "*"': [
        "match-on number 1 has no matchers",
        "hint: list what the recorder compares",
    ],
    '[[match-on]]\nmatcher = ["url"]': [
        "match-on number 1: unknown key matcher",
        "hint: did you mean matchers?",
    ],
    "severity = 2020-01-01": ["severity must be a table", "found: a date or time"],
    '[severity]\nlive-credential = "bad"': [
        "severity.live-credential must be one of error, warning, info, off",
        "found: bad",
    ],
    '[per-file-ignores]\n"*.yaml" = "secrets"': [
        "per-file-ignores.*.yaml must be a list of texts",
        "found: a text",
    ],
    '[ignore]\nrule = "x"': ["ignore must be an array of tables: [[ignore]]", "found: a table"],
    '[[ignore]]\nrule = "live-credential"\npath = "*"': [
        "ignore number 1 has no reason",
        "hint: an ignore needs rule, path and reason",
    ],
    '[[ignore]]\nrule = "live-credential"\npath = "*"\nreason = " "': [
        "ignore number 1 has no reason",
        "hint: an ignore needs rule, path and reason",
    ],
    '[[ignore]]\nrule = "live-credential"\nreson = "x"': [
        "ignore number 1: unknown key reson",
        "hint: did you mean reason?",
    ],
    '[[ignore]]\nrule = "secret"\npath = "*"\nreason = "x"': [
        "ignore number 1: rule: there is no rule or group secret",
        "hint: did you mean secrets?",
    ],
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_configuration_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "cassette.toml").write_text(text + "\n")
    done = cassette("lint", cwd=tmp_path)
    first, *rest = WRONG[text]
    lines = [f"error: cassette.toml: {first}", *(f"  {one}" for one in rest)]
    assert done.errors == "\n".join([*lines, ""])
    assert (done.code, done.out) == (2, b"")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[tool.cassette\n", "pyproject.toml is not TOML"),
        (b'[tool.cassette]\nx = "\xff"\n', "pyproject.toml is not TOML"),
        (
            b"[tool]\ncassette = 3 # tool.cassette\n",
            "pyproject.toml: tool.cassette must be a table",
        ),
        (b'[tool.cassette]\nselec = ["all"]\n', "pyproject.toml: unknown key selec"),
        (b"[[tool.cassette.ignore]]\npath='x'\n", "pyproject.toml: ignore number 1 has no rule"),
    ],
)
def test_a_broken_pyproject(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "pyproject.toml").write_bytes(data)
    for verb in ("lint", "validate"):
        done = cassette(verb, ".", cwd=tmp_path)
        assert (done.code, done.errors.splitlines()[0]) == (2, f"error: {message}")
