"""What was recorded replays, before and after its secrets are redacted, and without a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from replaying import (
    as_recorded_now,
    bodies,
    by_go_vcr,
    check_bodies,
    dirty_and_clean,
    leaks,
    need_go_vcr,
    recording,
)
from vcr.errors import CannotOverwriteExistingCassetteException
from vcr.record_mode import RecordMode

from examples import by_vcrpy, dirty, plan
from examples.synthetic import secrets

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def vcrpy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dirty_and_clean("vcrpy", tmp_path_factory.mktemp("vcrpy"))


@pytest.fixture(scope="module")
def go_vcr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_go_vcr()
    return dirty_and_clean("go-vcr-v1", tmp_path_factory.mktemp("go"))


by_place = pytest.mark.parametrize("cassette", dirty.PLANS["vcrpy"], ids=lambda one: one.name)


@pytest.mark.usefixtures("offline")
@by_place
def test_vcrpy_replays_what_was_redacted(cassette: plan.Cassette, vcrpy: Path) -> None:
    before = by_vcrpy.play(cassette, vcrpy / "dirty", RecordMode.NONE)
    now = as_recorded_now(cassette, vcrpy / "clean")
    after = by_vcrpy.play(now, vcrpy / "clean", RecordMode.NONE)
    assert after == tuple(bodies(vcrpy / "clean" / cassette.file))
    check_bodies(before, after)


def test_a_streamed_secret_is_replaced_and_the_stream_still_joins(vcrpy: Path) -> None:
    texts = []
    for state in ("dirty", "clean"):
        (one,) = recording(vcrpy / state / "streamed-answer.yaml").interactions
        stream = one.response.stream
        assert stream is not None
        assert (stream.complete, stream.problems) == (True, ())
        texts.append(stream.message.text.value)
    key = "".join(secrets().spoken)
    assert texts[0] == f"Your key is {key}."
    assert texts[1].startswith("Your key is ") and texts[1].endswith(".")
    assert len(texts[1]) == len(texts[0]) and texts[1][12:32] != texts[0][12:32]


def test_a_client_reads_the_redacted_stream_event_by_event(vcrpy: Path) -> None:
    (cassette,) = (one for one in dirty.PLANS["vcrpy"] if one.name == "streamed-answer")
    (body,) = by_vcrpy.play(cassette, vcrpy / "clean", RecordMode.NONE)
    events = [block.removeprefix("data: ") for block in body.decode().split("\n\n") if block]
    assert events[-1] == "[DONE]"
    deltas = [json.loads(event)["choices"] for event in events[:-1]]
    text = "".join(one[0]["delta"].get("content") or "" for one in deltas if one)
    assert text.startswith("Your key is REDACTED")


@pytest.mark.usefixtures("offline")
def test_where_a_replay_misses_it_was_said(vcrpy: Path) -> None:
    reports = json.loads((vcrpy / "reports.json").read_text(encoding="utf-8"))
    unsafe = {name for name, file in reports.items() if not file["replay"]["safe"]}
    missed = set()
    for cassette in dirty.PLANS["vcrpy"]:
        try:
            by_vcrpy.play(cassette, vcrpy / "clean", RecordMode.NONE)
        except CannotOverwriteExistingCassetteException:
            missed.add(cassette.name)
    assert missed == unsafe == {"url-query"}
    (impact,) = reports["url-query"]["replay"]["impacts"]
    assert (impact["interaction"], impact["field"]) == (0, "request.uri")


def test_go_vcr_replays_its_examples() -> None:
    need_go_vcr()
    folder = EXAMPLES / "go-vcr-v1"
    replies = by_go_vcr(folder, plan.GO_VCR_V1)
    for cassette in plan.GO_VCR_V1:
        assert [one.error for one in replies[cassette.name]] == [""] * len(cassette.calls)
        if cassette.name != "several":
            assert [one.body for one in replies[cassette.name]] == bodies(folder / cassette.file)


def test_go_vcr_replays_what_was_redacted(go_vcr: Path) -> None:
    plans = dirty.PLANS["go-vcr-v1"]
    before = by_go_vcr(go_vcr / "dirty", plans)
    after = by_go_vcr(go_vcr / "clean", [as_recorded_now(one, go_vcr / "clean") for one in plans])
    for name, replies in after.items():
        assert [one.error for one in replies] == [""] * len(replies), name
        assert [one.status for one in replies] == [one.status for one in before[name]]
        assert [one.body for one in replies] == bodies(go_vcr / "clean" / f"{name}.yaml")
        check_bodies(tuple(one.body for one in before[name]), tuple(one.body for one in replies))


def test_where_go_vcr_misses_it_was_said(go_vcr: Path) -> None:
    reports = json.loads((go_vcr / "reports.json").read_text(encoding="utf-8"))
    unsafe = {name for name, file in reports.items() if not file["replay"]["safe"]}
    replies = by_go_vcr(go_vcr / "clean", dirty.PLANS["go-vcr-v1"])
    missed = {name for name, found in replies.items() if any(one.error for one in found)}
    assert missed == unsafe == {"url-query"}


@pytest.mark.parametrize("recorder", ["vcrpy", "go_vcr"])
def test_nothing_dirty_is_left(recorder: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(recorder)
    for path in (folder / "clean").iterdir():
        assert leaks(path.read_bytes()) == [], path.name
        assert [leak for body in bodies(path) for leak in leaks(body)] == [], path.name
