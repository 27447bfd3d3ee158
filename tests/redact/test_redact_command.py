"""The command line of `redact`: exit codes, --check, --diff, JSON, standard input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from invoke import Outcome, cassette
from jsonschema import Draft202012Validator
from planted import openai
from redacting import clean, go_vcr, vcrpy
from support import ROOT

KEY = openai("command")
DIRTY = go_vcr(header=f"Authorization: [Bearer {KEY}]")
CLEAN = clean(DIRTY).after.data.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dirty.yaml").write_text(DIRTY)
    (tmp_path / "sound.yaml").write_text(vcrpy())
    (tmp_path / "other.yaml").write_text("a: b\n")
    return tmp_path


def redact(folder: Path, *arguments: str, stdin: bytes = b"") -> Outcome:
    done = cassette("redact", *arguments, cwd=folder, stdin=stdin)
    assert KEY not in done.errors
    assert KEY not in done.text
    return done


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dirty.yaml"], 1),
        (["sound.yaml"], 0),
        (["."], 1),
        (["other.yaml"], 2),
        (["--skip-unrecognized", "other.yaml"], 0),
        (["missing.yaml"], 2),
        (["missing.yaml", "dirty.yaml"], 2),
        (["--check", "dirty.yaml"], 1),
        (["--check", "sound.yaml"], 0),
        (["--diff", "dirty.yaml"], 1),
        (["--diff", "sound.yaml"], 0),
        (["--nonsense"], 2),
        ([], 2),
        (["--recorder", "vcrpy", "dirty.yaml"], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    assert redact(folder, *arguments).code == code


def test_a_second_run_is_silent(folder: Path) -> None:
    assert redact(folder, ".").code == 1
    assert (folder / "dirty.yaml").read_text() == CLEAN
    inode = (folder / "dirty.yaml").stat().st_ino
    assert redact(folder, ".").code == 0
    assert (folder / "dirty.yaml").stat().st_ino == inode


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_dry_run_writes_nothing(folder: Path, option: str) -> None:
    before = {one: (one.stat().st_ino, one.stat().st_mtime_ns) for one in folder.iterdir()}
    assert redact(folder, option, ".").code == 1
    after = {one: (one.stat().st_ino, one.stat().st_mtime_ns) for one in folder.iterdir()}
    assert after == before


def test_a_diff_masks_the_old_and_shows_the_new(folder: Path) -> None:
    lines = redact(folder, "--diff", "dirty.yaml").text.splitlines()
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    written = next(line for line in CLEAN.splitlines() if "Bearer" in line)
    assert changed == [
        "-" + written.split("Bearer")[0] + f"Bearer {'*' * len(KEY)}]",
        f"+{written}",
    ]


def test_json_fits_its_schema(folder: Path) -> None:
    done = redact(folder, "-o", "json", ".")
    told: Any = json.loads(done.text)
    schema = json.loads((ROOT / "schemas/output/redact.v1.json").read_text())
    Draft202012Validator(schema).validate(told)
    files = {one["path"]: one for one in told["files"]}
    assert files["dirty.yaml"]["changed"]
    assert not files["sound.yaml"]["changed"]
    one = files["dirty.yaml"]["redactions"][0]
    assert (one["interaction"], one["length"]) == (0, len(KEY))
    assert one["pointer"] == "/interactions/0/request/headers/Authorization/0"
    line = DIRTY.splitlines()[one["line"] - 1]
    assert line[one["column"] - 1 :].startswith(KEY)
    assert one["placeholder"] in CLEAN
    assert one["kind"].startswith("openai")


def test_replay_is_said_to_be_unsafe_where_it_is(folder: Path) -> None:
    (folder / "url.yaml").write_text(vcrpy(url=f"https://api.example.com/?key={KEY}"))
    told = json.loads(redact(folder, "--check", "-o", "json", "url.yaml", "dirty.yaml").text)
    replay = {one["path"]: one["replay"] for one in told["files"]}
    assert [one["field"] for one in replay["url.yaml"]["impacts"]] == ["request.uri"]
    assert not replay["url.yaml"]["safe"]


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    done = redact(folder, "-", stdin=DIRTY.encode())
    assert (done.code, done.out) == (1, CLEAN.encode())
    done = redact(folder, "-", stdin=CLEAN.encode())
    assert (done.code, done.out) == (0, CLEAN.encode())


def test_standard_input_that_is_no_cassette(folder: Path) -> None:
    assert redact(folder, "-", stdin=b"a: b\n").code == 2
    done = redact(folder, "--skip-unrecognized", "-", stdin=b"a: b\n")
    assert (done.code, done.out) == (0, b"a: b\n")


def test_it_says_to_rotate(folder: Path) -> None:
    done = redact(folder, "dirty.yaml")
    assert "rotate" in done.errors
    assert "1 secret redacted in 1 file" in done.errors
    assert redact(folder, "-q", "--check", "dirty.yaml").errors == ""
