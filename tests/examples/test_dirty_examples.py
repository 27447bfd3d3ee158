"""Dirty cassettes hold the invented secrets, and nothing that is committed holds one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from needing import need

from examples import by_betamax, by_polly, by_ruby, dirty
from examples.program import Reply
from examples.record import main
from examples.recording import record_dirty
from examples.synthetic import secrets

ROOT = Path(__file__).parents[2]
HELD = {
    "bearer-header": secrets().openai,
    "api-key-header": secrets().anthropic,
    "basic-header": secrets().basic,
    "url-query": secrets().google,
    "cookies": secrets().session,
    "json-member": secrets().client_secret,
    "streamed-answer": secrets().spoken[1],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dirty cassettes of vcrpy, recorded by the command line of the script itself."""
    into = tmp_path_factory.mktemp("dirty")
    command = (sys.executable, "examples/record.py", "--dirty", into, "--recorder", "vcrpy")
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return into / "vcrpy"


@pytest.mark.parametrize("place", HELD)
def test_each_dirty_cassette_holds_its_secret(place: str, folder: Path) -> None:
    assert HELD[place] in (folder / f"{place}.yaml").read_text(encoding="utf-8")


def test_the_streamed_and_the_compressed_secret_are_not_to_be_seen(folder: Path) -> None:
    assert "".join(secrets().spoken) not in (folder / "streamed-answer.yaml").read_text("utf-8")
    assert secrets().github not in (folder / "gzip-body.yaml").read_text("utf-8")


def test_every_planned_cassette_is_recorded(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {c.file for c in dirty.PLANS["vcrpy"]}


def replayed(recorder: str, folder: Path) -> dict[str, tuple[Reply, ...]]:
    plans = dirty.PLANS[recorder]
    match recorder:
        case "betamax":
            return {one.name: by_betamax.play(one, folder, "none") for one in plans}
        case "ruby-vcr":
            return by_ruby.replay(plans, folder)
        case _:
            return by_polly.replay(plans, folder)


@pytest.mark.parametrize("recorder", ["betamax", "ruby-vcr", "har"])
def test_dirty_cassettes_replay_with_their_secrets(recorder: str, tmp_path: Path) -> None:
    need(recorder)
    record_dirty(recorder, tmp_path)
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / recorder).iterdir()}
    assert set(files) == {one.file for one in dirty.PLANS[recorder]}
    for one in dirty.PLANS[recorder]:
        if not one.exact and one.name in HELD:
            assert HELD[one.name] in files[one.file]
    found = replayed(recorder, tmp_path / recorder)
    assert {reply.error for replies in found.values() for reply in replies} == {""}
    assert secrets().github.encode() in found["gzip-body"][0].body


def test_exact_bodies_show_no_secret(tmp_path: Path) -> None:
    record_dirty("betamax", tmp_path)
    text = (tmp_path / "betamax" / "exact-json-member.json").read_text("utf-8")
    assert secrets().client_secret not in text
    assert '"base64_string"' in text


def test_nothing_committed_holds_a_secret() -> None:
    files = [path for path in (ROOT / "examples").rglob("*.*") if path.suffix != ".pyc"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
    assert [value for value in secrets().values() if value in text] == []


def test_the_values_are_the_same_in_another_process() -> None:
    script = (
        "import json; from examples.synthetic import secrets; print(json.dumps(secrets().values()))"
    )
    command = (sys.executable, "-c", script)
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert tuple(json.loads(done.stdout)) == secrets().values()


def test_a_recorder_that_was_named_and_is_missing_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert main(["--into", str(tmp_path), "--recorder", "go-vcr-v1"]) == 2
    assert "hint: apt-get install golang-go" in capsys.readouterr().err
