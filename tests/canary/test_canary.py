"""No command prints a piece of a planted secret, in any format, on either stream."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import Outcome, cassette
from leaks import leaked
from sowing import CASSETTES, SECRETS

from cassette_cli.ops.detect import detect
from cassette_cli.ops.load import load

_TOLD: dict[str, list[str]] = {
    "go-vcr-v1": [name for name in SECRETS if name != "tree"],
    "go-vcr-v2": [name for name in SECRETS if name != "tree"],
    "vcrpy": [name for name in SECRETS if name != "go-form"],
}
SHOW = [
    [], ["-i", ":"], ["-i", ":", "--full"], ["-i", ":", "--chunks"], ["-i", ":", "--message"],
    ["-i", ":", "--headers"], ["-i", ":", "--body", "request"], ["-i", ":", "--body", "response"],
    ["-i", ":", "--body", "response", "--raw"], ["-i", ":", "--body", "request", "--raw"],
    ["-i", ":", "--raw", "--full"], ["--full"], ["-o", "json"], ["-o", "json", "--full"],
    ["-o", "json", "-i", ":"], ["--explain"], ["-i", ":", "--explain"], ["--grep", "things"],
    ["--grep", "things", "-i", ":"], ["-i", ":", "--collapse", "--full"], ["-o", "full"],
    ["-i", ":", "--chunks", "--collapse"], ["-i", "url=*things*"], ["-i", ":", "-o", "concise"],
]  # fmt: skip
LINT = [
    [flag, "-o", output]
    for output in ("full", "concise", "json", "jsonl", "github")
    for flag in ("--select=all", "-vv", "--select=secrets")
]
REDACT = [
    ["--check"], ["--diff"], ["--check", "-o", "json"], ["--diff", "-o", "full"],
    ["--check", "-o", "full"], [], ["-o", "json"], ["-o", "full"], ["-q"],
]  # fmt: skip
VALIDATE = [["-o", output] for output in ("full", "concise", "json", "jsonl", "github")]


@pytest.fixture(params=CASSETTES)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / str(request.param)
    folder.mkdir()
    (folder / "sown.yaml").write_bytes(CASSETTES[request.param]())
    return folder


def silent(folder: Path, *arguments: str, tty: bool = False) -> Outcome:
    """Run, and find nothing of a secret in what is printed."""
    done = cassette(*arguments, cwd=folder, tty=tty)
    assert leaked(done.text, SECRETS) == []
    assert leaked(done.errors, SECRETS) == []
    assert "internal error" not in done.errors
    return done


@pytest.mark.parametrize("name", CASSETTES)
def test_every_planted_secret_is_found(name: str) -> None:
    """Else the silence of the others would prove nothing."""
    found = [one.reveal() for one in detect(load(name, CASSETTES[name]()))]
    assert [one for one in _TOLD[name] if not any(SECRETS[one] in value for value in found)] == []


def test_the_leak_finder_finds_leaks() -> None:
    data = CASSETTES["vcrpy"]().decode()
    plain = set(_TOLD["vcrpy"]) - {"gzip"}
    assert set(leaked(data, SECRETS)) == plain


@pytest.mark.parametrize("options", SHOW, ids=" ".join)
@pytest.mark.parametrize("tty", [False, True], ids=["piped", "terminal"])
def test_show(folder: Path, options: list[str], tty: bool) -> None:
    done = silent(folder, "show", "--no-pager", *options, "sown.yaml", tty=tty)
    assert done.code == 0
    assert done.text


@pytest.mark.parametrize("options", LINT, ids=" ".join)
def test_lint(folder: Path, options: list[str]) -> None:
    done = silent(folder, "lint", *options, "sown.yaml")
    assert done.code == 1
    assert "live-credential" in done.text


@pytest.mark.parametrize("options", VALIDATE, ids=" ".join)
def test_validate_with_a_schema_that_nothing_fits(folder: Path, options: list[str]) -> None:
    silent(folder, "validate", *options, "sown.yaml")
    for fault in FAULTS:
        (folder / "own.json").write_text(json.dumps(everywhere(fault)))
        done = silent(folder, "validate", "--schema", "own.json", *options, "sown.yaml")
        assert done.code == 1
        assert "wrong-shape" in done.text


FAULTS: list[dict[str, Any]] = [
    {"const": "a"}, {"enum": ["a", "b"]}, {"pattern": "^a$"}, {"maxLength": 1},
    {"minLength": 9999}, {"not": {"type": "string"}}, {"type": "integer"},
    {"anyOf": [{"const": "a"}, {"maxLength": 1}]}, {"oneOf": [{"type": "null"}, {"const": "b"}]},
]  # fmt: skip


def everywhere(fault: dict[str, Any]) -> dict[str, Any]:
    """A schema that holds every text of a file to `fault`."""
    node = {"$ref": "#/$defs/node"}
    either = {"if": {"type": "string"}, "then": fault}
    return {"$ref": "#/$defs/node", "$defs": {"node": {
        **either, "additionalProperties": node, "items": node,
    }}}  # fmt: skip


@pytest.mark.parametrize("options", REDACT, ids=" ".join)
def test_redact(folder: Path, options: list[str]) -> None:
    done = silent(folder, "redact", *options, "sown.yaml")
    assert done.code == 1
    if not {"--check", "--diff"} & {*options}:
        assert leaked((folder / "sown.yaml").read_text(), SECRETS) == []


def test_reveal_may_print_it(folder: Path) -> None:
    done = cassette(
        "show", "-i", "0:", "--body", "response", "--raw", "--reveal", "sown.yaml", cwd=folder
    )
    assert SECRETS["json"] in done.text
