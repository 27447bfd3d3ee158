"""Betamax, Ruby's VCR and Polly.js replay what was redacted, without a network."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
import requests
from betamax import Betamax
from needing import need
from replaying import (
    as_recorded_now,
    bodies,
    check_bodies,
    dirty_and_clean,
    leaks,
    recording,
)

from cassette_cli.model.cassette import Request
from examples import by_betamax, by_polly, by_ruby, dirty, plan
from examples.program import Reply

RECORDERS = ("betamax", "ruby-vcr", "har")
Replies = dict[str, tuple[Reply, ...]]


@pytest.fixture(scope="module", params=RECORDERS)
def recorder(request: pytest.FixtureRequest) -> str:
    need(request.param)
    return str(request.param)


@pytest.fixture(scope="module")
def folder(recorder: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dirty_and_clean(recorder, tmp_path_factory.mktemp(recorder))


def replay(recorder: str, cassettes: Iterable[plan.Cassette], folder: Path) -> Replies:
    """What a client gets for the calls, in each of these cassettes."""
    match recorder:
        case "betamax":
            return {one.name: by_betamax.play(one, folder, "none") for one in cassettes}
        case "ruby-vcr":
            return by_ruby.replay(cassettes, folder)
        case _:
            return by_polly.replay(cassettes, folder)


def as_filtered(recorder: str, folder: Path) -> list[plan.Cassette]:
    """The calls as a hook would make them; Polly.js finds its entries by what was asked."""
    plans = dirty.PLANS[recorder]
    return [one if recorder == "har" else as_recorded_now(one, folder) for one in plans]


@pytest.mark.usefixtures("offline")
def test_a_client_gets_the_same_with_placeholders(recorder: str, folder: Path) -> None:
    before = replay(recorder, dirty.PLANS[recorder], folder / "dirty")
    after = replay(recorder, as_filtered(recorder, folder / "clean"), folder / "clean")
    assert [reply.error for replies in after.values() for reply in replies if reply.error] == []
    for one in dirty.PLANS[recorder]:
        old, new = before[one.name], after[one.name]
        assert [reply.status for reply in new] == [reply.status for reply in old]
        assert [reply.body for reply in new] == bodies(folder / "clean" / one.file)
        check_bodies(tuple(reply.body for reply in old), tuple(reply.body for reply in new))


@pytest.mark.usefixtures("offline")
def test_where_a_replay_misses_it_was_said(recorder: str, folder: Path) -> None:
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    unsafe = {name for name, file in reports.items() if not file["replay"]["safe"]}
    replies = replay(recorder, dirty.PLANS[recorder], folder / "clean")
    missed = {name for name, found in replies.items() if any(one.error for one in found)}
    addressed = {one.name for one in dirty.PLANS[recorder] if "url-query" in one.name}
    assert missed == unsafe == (set() if recorder == "har" else addressed)
    for name in unsafe:
        (impact,) = reports[name]["replay"]["impacts"]
        assert (impact["interaction"], impact["field"]) == (0, "request.uri")
        assert impact["matcher"] == "uri"


def test_nothing_dirty_is_left(folder: Path) -> None:
    for path in (folder / "clean").iterdir():
        assert leaks(path.read_bytes()) == [], path.name
        assert [leak for body in bodies(path) for leak in leaks(body)] == [], path.name


def test_a_compressed_body_is_as_long_as_it_says(recorder: str, folder: Path) -> None:
    """Requests would stop at a body of another length; Polly.js and Ruby hand on what they have."""
    names = [one.file for one in dirty.PLANS[recorder] if "gzip-body" in one.name]
    for name in names:
        (one,) = recording(folder / "clean" / name).interactions
        assert one.response.stored.data is not None
        assert one.response.header("content-length") == str(len(one.response.stored.data.value))


@pytest.fixture(scope="module")
def betamax(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dirty_and_clean("betamax", tmp_path_factory.mktemp("compared")) / "clean"


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["cookies", "exact-cookies", "basic-header", "url-query"])
def test_betamax_compares_everything_of_a_filtered_request(name: str, betamax: Path) -> None:
    """With placeholders for the secrets, as a hook puts them there, every matcher is content."""
    everything = ["method", "uri", "headers", "body"]
    with requests.Session() as session:
        session.trust_env = False
        tape = Betamax(session, cassette_library_dir=str(betamax))
        with tape.use_cassette(name, match_requests_on=everything, record="none"):
            for one in recording(betamax / f"{name}.json").interactions:
                reply = send(session, one.request)
                assert reply.status_code == 200
                assert leaks(reply.content) == []


def send(session: requests.Session, request: Request) -> requests.Response:
    """Send a request as it stands in a cassette."""
    assert request.url and request.method
    headers = {each.name.value: each.values[0].value for each in request.headers}
    body = request.body.text.value if request.body.text else None
    return session.request(request.method.value, request.url.value, headers=headers, data=body)
