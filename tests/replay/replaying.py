"""Replays of whole folders: what a client gets when the recorder answers from its cassettes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from invoke import cassette as run

from cassette_cli.model.cassette import Cassette as Recording
from cassette_cli.ops.load import load
from examples import by_go, plan
from examples.recording import record_dirty
from examples.server import ORIGIN
from examples.synthetic import secrets

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Reply:
    """What a Go client gets."""

    status: int
    body: bytes
    error: str


def need_go_vcr() -> None:
    """Skip without go-vcr 1, unless skipping is forbidden: then fail."""
    lack = by_go.missing_packages("go-vcr-v1")
    if lack and os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail(f"not installed: {', '.join(lack)}")
    if lack:
        pytest.skip(f"not installed: {', '.join(lack)}")


def by_go_vcr(folder: Path, cassettes: Iterable[plan.Cassette]) -> dict[str, list[Reply]]:
    """The replies to each cassette's calls, by its name."""
    asked = list(cassettes)
    task = {"Folder": str(folder), "Cassettes": [_task(one) for one in asked]}
    done = subprocess.run(
        ("go", "run", "."),
        cwd=HERE / "goreplay",
        env=by_go.environment(),
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = iter(done.stdout.splitlines())
    return {one.name: [_reply(json.loads(next(lines))) for _ in one.calls] for one in asked}


def _task(cassette: plan.Cassette) -> dict[str, Any]:
    calls = [
        {"Method": call.method, "Url": ORIGIN + call.path, "Body": call.body}
        for call in cassette.calls
    ]
    return {"Name": cassette.name, "Calls": calls}


def _reply(value: dict[str, Any]) -> Reply:
    return Reply(value["Status"], b64decode(value["Body"] or ""), value["Error"])


def recording(path: Path) -> Recording:
    """A cassette as this program reads it."""
    return load(path.name, path.read_bytes())


def bodies(path: Path) -> list[bytes]:
    """The decoded response bodies of a cassette."""
    return [_body(one.response.body) for one in recording(path).interactions]


def _body(body: Any) -> bytes:
    return body.data.value if body.data is not None else body.text.value.encode()


def as_recorded_now(cassette: plan.Cassette, folder: Path) -> plan.Cassette:
    """The same calls, sent to the addresses that stand in the file now."""
    found = recording(folder / cassette.file).interactions
    calls = [
        replace(call, path=_path(one.request.url.value if one.request.url else ""))
        for call, one in zip(cassette.calls, found, strict=True)
    ]
    return replace(cassette, calls=tuple(calls))


def _path(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def redact(folder: Path) -> dict[str, dict[str, Any]]:
    """Redact every cassette of a folder; gives the report of each file, by its name."""
    done = run("redact", "-o", "json", folder, cwd=folder)
    assert done.code == 1, done.errors
    return {Path(file["path"]).stem: file for file in json.loads(done.text)["files"]}


def dirty_and_clean(recorder: str, folder: Path) -> Path:
    """A folder with the dirty cassettes in `dirty`, and the same redacted in `clean`."""
    record_dirty(recorder, folder)
    (folder / recorder).rename(folder / "dirty")
    shutil.copytree(folder / "dirty", folder / "clean")
    reports = redact(folder / "clean")
    (folder / "reports.json").write_text(json.dumps(reports), encoding="utf-8")
    return folder


def leaks(data: bytes) -> list[str]:
    pieces = (*secrets().values(), *secrets().spoken)
    return [value for value in pieces if len(value) > 15 and value.encode() in data]


def check_bodies(before: tuple[bytes, ...], after: tuple[bytes, ...]) -> None:
    """Secrets are gone; all else arrives as it did, in the same length."""
    for old, new in zip(before, after, strict=True):
        assert leaks(new) == []
        assert len(old) == len(new)
        assert old == new or b"REDACTED" in new
        if old.startswith(b"{"):
            assert json.loads(new).keys() == json.loads(old).keys()
