"""The committed examples are what the recorders write, and vcrpy can replay its own."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from vcr.record_mode import RecordMode

from examples import by_go, by_vcrpy, packed, plan
from examples.answers import answer
from examples.recording import record_clean

EXAMPLES = Path(__file__).parents[2] / "examples"


def need(recorder: str) -> None:
    """Skip without the tools of `recorder`, unless skipping is forbidden: then fail."""
    lack = by_go.missing_packages(recorder)
    if lack and os.environ.get("CASSETTE_NO_SKIP") == "1":
        pytest.fail(f"not installed: {', '.join(lack)}")
    if lack:
        pytest.skip(f"not installed: {', '.join(lack)}")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to open a connection or to look up a name fail."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def expected(call: plan.Call) -> bytes:
    """The body a client ends up with: redirects followed, compression undone."""
    found = answer(call.method, call.path.partition("?")[0], call.body.encode())
    fields = dict(found.headers)
    if "Location" in fields:
        return expected(plan.Call("GET", fields["Location"]))
    return packed.PLAIN if "Content-Encoding" in fields else b"".join(found.pieces)


def test_vcrpy_records_the_committed_bytes_again(tmp_path: Path) -> None:
    record_clean("vcrpy", tmp_path)
    assert contents(tmp_path / "vcrpy") == contents(EXAMPLES / "vcrpy")


@pytest.mark.parametrize("recorder", by_go.PROGRAMS)
def test_go_records_the_committed_bytes_again(recorder: str, tmp_path: Path) -> None:
    need(recorder)
    record_clean(recorder, tmp_path)
    assert contents(tmp_path / recorder) == contents(EXAMPLES / recorder)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("cassette", plan.VCRPY, ids=lambda cassette: cassette.file)
def test_vcrpy_replays_its_example_without_a_network(cassette: plan.Cassette) -> None:
    replayed = by_vcrpy.play(cassette, EXAMPLES / "vcrpy", RecordMode.NONE)
    assert replayed == tuple(expected(call) for call in cassette.calls)


@pytest.mark.parametrize("recorder", plan.PLANS)
def test_the_readme_names_every_example(recorder: str) -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    section = text.partition(f"**`{recorder}/`**")[2].partition("\n| **")[0]
    assert [name for name in contents(EXAMPLES / recorder) if f"`{name}`" not in section] == []
