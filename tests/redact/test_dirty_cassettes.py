"""Cassettes that real recorders wrote full of secrets are cleaned by the real command."""

from __future__ import annotations

import json
import shutil
import sys
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invoke import cassette
from redacting import assert_only_these_changed
from support import ROOT
from unpacking import texts

sys.path.insert(0, str(ROOT))

from cassette_cli.ops.load import load
from cassette_cli.ops.redact import redact
from examples import dirty as plans
from examples import plan
from examples.synthetic import secrets

MATCH = ("method", "uri", "body", "headers")
READ = tuple(plan.PLANS)
PLACES = [(name, one) for name in READ for one in plans.PLANS[name]]
PASSWORD = b64decode(secrets().basic).decode().partition(":")[2]
WORDS = [word.encode() for word in (*secrets().values(), *secrets().spoken, PASSWORD)]
Dirty = Callable[[str], Path]


def leaks(data: bytes) -> list[bytes]:
    """The secrets that stand in a file, in whatever it is packed."""
    found = list(texts(data))
    return [word for word in WORDS if any(word in text for text in found)]


def run(folder: Path, *arguments: str, code: int) -> Any:
    """What a command says of a folder, as JSON."""
    done = cassette(*arguments, "-o", "json", ".", cwd=folder)
    assert done.code == code, done.errors
    return json.loads(done.text)


@pytest.mark.parametrize("recorder", READ)
def test_dirty_cassettes_are_cleaned(dirty: Dirty, recorder: str, tmp_path: Path) -> None:
    folder = shutil.copytree(dirty(recorder), tmp_path / recorder)
    names = {one.file for one in plans.PLANS[recorder]}
    assert {one["path"] for one in run(folder, "lint", code=1)["findings"]} == names
    told = run(folder, "redact", code=1)["files"]
    assert {one["path"] for one in told if one["changed"] and one["redactions"]} == names
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {name: leaks(data) for name, data in files.items() if leaks(data)} == {}
    assert [one for one in run(folder, "redact", code=0)["files"] if one["redactions"]] == []
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    assert run(folder, "lint", "--select=secrets", "--fail-on=info", code=0)["findings"] == []
    report = run(folder, "validate", code=0)
    assert (report["findings"], report["summary"]["cassettes"]) == ([], len(names))


@pytest.mark.parametrize(
    ("recorder", "one"), PLACES, ids=lambda one: getattr(one, "file", str(one))
)
def test_nothing_but_the_secrets_changes(dirty: Dirty, recorder: str, one: plan.Cassette) -> None:
    old = (dirty(recorder) / one.file).read_bytes()
    result = redact(load(one.file, old), MATCH)
    packed = [each.encoding for each in result.recompressed]
    # Go hands on what it has unpacked.
    assert packed == (["gzip"] if "gzip-body" in one.name and "go-" not in recorder else [])
    length = str(len(_packed(old))) if packed else ""
    changed = [f'"{length}"', f"'{length}'", f": {length}"] if packed else []
    assert_only_these_changed(result, changed)
    assert packed or len(result.after.data) == len(old)


def _packed(data: bytes) -> bytes:
    """The compressed body in a file."""
    return next(text for text in texts(data) if text.startswith(b"\x1f\x8b"))


def test_the_leak_finder_finds_leaks(dirty: Dirty) -> None:
    for recorder in ("vcrpy", "betamax"):
        for one in plans.PLANS[recorder]:
            assert leaks((dirty(recorder) / one.file).read_bytes()), one.file


def test_a_secret_has_one_placeholder_in_a_file(dirty: Dirty) -> None:
    for recorder, name in (("betamax", "exact-url-query.json"), ("har", "url-query.har")):
        result = redact(load(name, (dirty(recorder) / name).read_bytes()), MATCH)
        assert len(result.redactions) == 2
        assert len({one.placeholder for one in result.redactions}) == 1
