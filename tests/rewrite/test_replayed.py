"""What was rewritten is replayed by the recorders themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import betamax
import pytest
import requests
import vcr
from invoke import cassette as run
from vcr.record_mode import RecordMode

ROOT = Path(__file__).parents[2]
URL = "http://api.example.test"
EDITS = [
    "--drop", "url=*/moved", "--drop-header", "date", "--set-header", "Content-Type=text/x",
    "--replace", "example-1=another", "--in", "bodies",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for recorder, name in (("vcrpy", "several.yaml"), ("betamax", "several.json")):
        shutil.copy(ROOT / "examples" / recorder / name, tmp_path)
    done = run("rewrite", ".", *EDITS, cwd=tmp_path)
    assert done.code == 0, done.errors
    return tmp_path


def check(answer: requests.Response) -> None:
    assert answer.json()["data"][0]["id"] == "another"
    assert answer.headers["Content-Type"] == "text/x"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert "Date" not in answer.headers


def test_vcrpy_replays_it(folder: Path) -> None:
    recorder = vcr.VCR(record_mode=RecordMode.NONE)
    with recorder.use_cassette(str(folder / "several.yaml")) as tape:
        check(requests.get(f"{URL}/v1/models", timeout=5))
        with pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException):
            requests.get(f"{URL}/moved", timeout=5, allow_redirects=False)
    assert not tape.dirty


def test_betamax_replays_it(folder: Path) -> None:
    session = requests.Session()
    recorder = betamax.Betamax(session, cassette_library_dir=str(folder))
    with recorder.use_cassette("several", record="none", match_requests_on=["method", "uri"]):
        check(session.get(f"{URL}/v1/models", timeout=5))
        with pytest.raises(betamax.BetamaxError):
            session.get(f"{URL}/moved", timeout=5, allow_redirects=False)
