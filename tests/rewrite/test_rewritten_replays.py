"""Whatever `rewrite` lays out, decodes or repairs, a client of the recorder gets what it got."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import brotli
import pytest
from invoke import cassette as run
from needing import need
from vcr.record_mode import RecordMode

from examples import by_betamax, by_go, by_polly, by_ruby, by_vcrpy, plan

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TRANSFORMS = {
    "literal": ["--literal"],
    "decode": ["--decode"],
    "both": ["--decode", "--literal"],
    "volatile": ["--drop-volatile"],
    "repaired": ["--fix-encoding", "--fix-lengths"],
    "upgraded": ["--upgrade"],
    "pretty": ["--pretty-json"],
}
RECORDERS = ("vcrpy", "betamax", "ruby-vcr", "har")
Got = dict[str, list[Any]]


def replayed(recorder: str, folder: Path) -> Got:
    """What a client gets for each call of each example."""
    plans = plan.PLANS[recorder]
    match recorder:
        case "vcrpy":
            return {one.name: list(by_vcrpy.play(one, folder, RecordMode.NONE)) for one in plans}
        case "betamax":
            return bodies((one.name, by_betamax.play(one, folder, "none")) for one in plans)
        case "ruby-vcr":
            return bodies(by_ruby.replay(plans, folder).items())
        case _:
            return bodies(by_polly.replay(plans, folder).items())


def bodies(replies: Iterable[tuple[str, Iterable[Any]]]) -> Got:
    return {name: [one.error.encode() or one.body for one in found] for name, found in replies}


def rewritten(recorder: str, folder: Path, *arguments: str) -> Path:
    """A copy of the examples of a recorder, rewritten."""
    shutil.copytree(ROOT / "examples" / recorder, folder / recorder)
    done = run("rewrite", recorder, *arguments, cwd=folder)
    assert done.code == 0, done.errors
    assert run("rewrite", recorder, *arguments, "--check", cwd=folder).code == 0
    return folder / recorder


def as_json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", TRANSFORMS)
@pytest.mark.parametrize("recorder", RECORDERS)
def test_a_client_gets_the_same(recorder: str, name: str, tmp_path: Path) -> None:
    need(recorder)
    before = replayed(recorder, ROOT / "examples" / recorder)
    after = replayed(recorder, rewritten(recorder, tmp_path, *TRANSFORMS[name]))
    if name == "pretty":
        before, after = (
            {call: list(map(as_json, found)) for call, found in one.items()}
            for one in (before, after)
        )
    assert after == before
    assert any(any(found) for found in after.values())


def by_yaml_v3(folder: Path) -> list[dict[str, Any]]:
    """The cassettes of a folder as Go reads them."""
    need("go-vcr-v2")
    done = subprocess.run(
        ("go", "run", ".", *sorted(map(str, folder.glob("*.yaml")))),
        cwd=HERE / "goread",
        env=by_go.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["literal", "decode", "volatile", "repaired", "pretty"])
def test_go_reads_the_same(name: str, tmp_path: Path) -> None:
    before = by_yaml_v3(ROOT / "examples" / "go-vcr-v2")
    after = by_yaml_v3(rewritten("go-vcr-v2", tmp_path, *TRANSFORMS[name]))
    for old, new in zip(before, after, strict=True):
        headers = [one.pop("Headers") or {} for one in (old, new)]
        coded = [one.get("Content-Encoding", []) for one in headers]
        assert "Date" in headers[0] and ("Date" in headers[1]) is (name != "volatile")
        old["ResponseBody"], new["ResponseBody"] = (
            content(one["ResponseBody"], name, codings)
            for one, codings in zip((old, new), coded, strict=True)
        )
        assert name != "decode" or not coded[1]
        assert new == old


def content(body: str | None, name: str, codings: list[str]) -> Any:
    """A body as a client understands it."""
    data = b64decode(body or "")
    for coding in codings:
        data = gzip.decompress(data) if coding == "gzip" else brotli.decompress(data)
    return as_json(data) if name == "pretty" else data


def test_go_reads_what_was_upgraded(tmp_path: Path) -> None:
    """With the fields that go-vcr v4 compares: version, number, host, length."""
    folder = rewritten("go-vcr-v1", tmp_path, "--upgrade")
    assert not list(folder.glob("*.json"))
    found = by_yaml_v3(folder)
    assert {one["Version"] for one in found} == {2}
    assert [one["ID"] for one in found if one["ID"] == 0] == [0] * len(plan.GO_VCR_V1)
    for one in found:
        assert one["URL"].startswith(f"http://{one['Host']}/")
        assert one["Length"] == len(b64decode(one["RequestBody"] or ""))
        assert one["Code"] >= 200
