"""The committed examples are what the recorders write, and the recorders can replay their own."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from needing import need
from vcr.record_mode import RecordMode

from examples import by_betamax, by_polly, by_ruby, by_vcrpy, packed, plan
from examples.answers import answer
from examples.program import Reply
from examples.recording import record_clean

EXAMPLES = Path(__file__).parents[2] / "examples"


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
    found = answer(call.method, call.path.partition("?")[0], call.data)
    fields = dict(found.headers)
    if "Location" in fields:
        return expected(plan.Call("GET", fields["Location"]))
    return packed.PLAIN if "Content-Encoding" in fields else b"".join(found.pieces)


def replies(cassette: plan.Cassette) -> tuple[Reply, ...]:
    """What a client ends up with for each call of a cassette."""
    return tuple(Reply(status(call), expected(call)) for call in cassette.calls)


def status(call: plan.Call) -> int:
    found = answer(call.method, call.path.partition("?")[0], call.data).status
    return 200 if found == 302 else found


def elsewhere(cassette: plan.Cassette) -> plan.Cassette:
    """The same calls with an address that was never recorded."""
    return replace(cassette, calls=tuple(replace(one, path="/other") for one in cassette.calls))


@pytest.mark.parametrize("recorder", plan.PLANS)
def test_the_committed_bytes_are_recorded_again(recorder: str, tmp_path: Path) -> None:
    need(recorder)
    record_clean(recorder, tmp_path)
    assert contents(tmp_path / recorder) == contents(EXAMPLES / recorder)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("cassette", plan.VCRPY, ids=lambda cassette: cassette.file)
def test_vcrpy_replays_its_example_without_a_network(cassette: plan.Cassette) -> None:
    replayed = by_vcrpy.play(cassette, EXAMPLES / "vcrpy", RecordMode.NONE)
    assert replayed == tuple(expected(call) for call in cassette.calls)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("cassette", plan.BETAMAX, ids=lambda cassette: cassette.file)
def test_betamax_replays_its_example_without_a_network(cassette: plan.Cassette) -> None:
    assert by_betamax.play(cassette, EXAMPLES / "betamax", "none") == replies(cassette)


@pytest.mark.usefixtures("offline")
def test_betamax_says_what_it_cannot_replay() -> None:
    replayed = by_betamax.play(elsewhere(plan.BETAMAX[0]), EXAMPLES / "betamax", "none")
    assert replayed == (Reply(0, b"", "BetamaxError"),)


@pytest.mark.usefixtures("offline")
def test_betamax_refuses_a_body_of_another_length(tmp_path: Path) -> None:
    one = plan.BETAMAX[0]
    text = (EXAMPLES / "betamax" / one.file).read_text("utf-8")
    (tmp_path / one.file).write_text(text.replace("Tudo bem", "Tudo"), "utf-8")
    assert by_betamax.play(one, tmp_path, "none") == (Reply(0, b"", "ChunkedEncodingError"),)


def test_ruby_vcr_replays_its_examples_without_a_network() -> None:
    need("ruby-vcr")
    replayed = by_ruby.replay(plan.RUBY_VCR, EXAMPLES / "ruby-vcr")
    assert replayed == {one.name: replies(one) for one in plan.RUBY_VCR}


def test_ruby_vcr_says_what_it_cannot_replay() -> None:
    need("ruby-vcr")
    one = elsewhere(plan.RUBY_VCR[0])
    replayed = by_ruby.replay([one], EXAMPLES / "ruby-vcr")
    assert replayed == {one.name: (Reply(0, b"", "VCR::Errors::UnhandledHTTPRequestError"),)}


def test_polly_replays_its_examples_without_a_network() -> None:
    need("har")
    replayed = by_polly.replay(plan.HAR, EXAMPLES / "har")
    assert replayed == {one.name: replies(one) for one in plan.HAR}


def test_polly_says_what_it_cannot_replay() -> None:
    need("har")
    one = elsewhere(plan.HAR[0])
    assert by_polly.replay([one], EXAMPLES / "har") == {one.name: (Reply(0, b"", "PollyError"),)}


@pytest.mark.parametrize("recorder", plan.PLANS)
def test_the_readme_names_every_example(recorder: str) -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    section = text.partition(f"**`{recorder}/`**")[2].partition("\n| **")[0]
    assert [name for name in contents(EXAMPLES / recorder) if f"`{name}`" not in section] == []
