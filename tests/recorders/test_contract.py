"""What every recorder's file has to provide, held against each of them and its own examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette as run
from jsonschema import Draft202012Validator
from owning import EVERY, EXAMPLES, examples, read
from support import ROOT

from cassette_cli.model.bid import Bid
from cassette_cli.model.cassette import Cassette, Message
from cassette_cli.ops.validate import violations
from cassette_cli.recorders.choose import choose
from cassette_cli.recorders.glance import may_be_recorded
from cassette_cli.recorders.recorder import (
    Recorder,
    names_of,
    recorder_of,
    recorders,
)
from cassette_cli.schemas import schema
from cassette_cli.source.document import read_document
from cassette_cli.source.place import file_spans

FIELDS = {
    "method", "url", "uri", "scheme", "host", "port", "path", "query", "body", "headers", "form",
    "content_length", "transfer_encoding", "trailer", "proto", "remote_addr", "request_uri",
}  # fmt: skip


@EVERY
def test_it_has_examples_and_a_name_of_its_own(recorder: Recorder) -> None:
    assert examples(recorder)
    others = [one for one in recorders() if one is not recorder]
    assert names_of(recorder)[1] not in {name for one in others for name in names_of(one)}
    assert recorder_of(read(examples(recorder)[0]).recorder) is recorder


@EVERY
def test_what_it_says_of_itself_can_be_printed(recorder: Recorder) -> None:
    assert set(recorder.default_match) <= FIELDS
    assert recorder.hook[0].islower()
    assert not recorder.hook.endswith(".")
    assert (recorder.__doc__ or type(recorder).__doc__ or "").startswith(("A ", "An "))


@pytest.mark.parametrize(("recorder", "path"), EXAMPLES)
def test_it_alone_is_sure_of_its_examples(recorder: Recorder, path: Path) -> None:
    data = path.read_bytes()
    document = read_document(path.name, data)
    bids = {one.schema: one.bid(document).bid for one in recorders()}
    assert {name for name, bid in bids.items() if bid is Bid.SURE} == {recorder.schema}
    chosen, info = choose(document)
    assert (chosen, info.others) == (recorder, ())
    assert may_be_recorded(data)


@pytest.mark.parametrize(("recorder", "path"), EXAMPLES)
def test_its_examples_fit_its_schema(recorder: Recorder, path: Path) -> None:
    assert violations(read(path), recorder) == []


def messages(found: Cassette) -> list[Message]:
    return [one for interaction in found.interactions for one in interaction.messages]


@pytest.mark.parametrize(("recorder", "path"), EXAMPLES)
def test_every_interaction_is_read_whole(recorder: Recorder, path: Path) -> None:
    found = read(path)
    assert [one.index for one in found.interactions] == list(range(len(found.interactions)))
    assert found.interactions
    for one in found.interactions:
        if one.kind == "http":
            assert (one.request.method is None, one.request.url is None) == (False, False)
            assert isinstance(one.response.status, int)
            assert one.response.headers
        assert found.interaction_at(one.route) is one
    assert any(message.body.size for message in messages(found))


@pytest.mark.parametrize(("recorder", "path"), EXAMPLES)
def test_every_text_knows_its_place_in_the_file(recorder: Recorder, path: Path) -> None:
    found = read(path)
    for message in messages(found):
        fields = [field.text for field in message.extra]
        values = [value for header in message.headers for value in header.values]
        for layer in (*fields, *values, *filter(None, [message.stored.text])):
            (start, end), *more = file_spans(layer.whole())
            written = found.document.value[start:end]
            assert not more
            assert layer.value in written or len(written) >= len(layer.value)


@EVERY
def test_the_list_is_where_it_says(recorder: Recorder) -> None:
    for path in examples(recorder):
        for one in read(path).interactions:
            assert one.route == (*recorder.list_route, one.index)


@pytest.mark.parametrize("verb", ["lint", "validate"])
@EVERY
def test_its_examples_have_no_findings(recorder: Recorder, verb: str) -> None:
    done = run(verb, "--no-config", *examples(recorder), cwd=ROOT)
    assert done.text == ""
    assert done.code == 0, done.errors


@EVERY
def test_what_show_prints_of_its_examples_fits_the_schema(recorder: Recorder) -> None:
    done = run("show", "-o", "json", "--full", *examples(recorder), cwd=ROOT)
    assert done.code == 0, done.errors
    validator = Draft202012Validator(schema("show.v1"))
    for line in done.text.splitlines():
        assert not [fault.message for fault in validator.iter_errors(json.loads(line))]


@pytest.mark.parametrize(("recorder", "path"), EXAMPLES)
def test_a_damaged_file_is_not_passed_over(recorder: Recorder, path: Path, tmp_path: Path) -> None:
    half = path.read_bytes()
    (tmp_path / path.name).write_bytes(half[: len(half) * 3 // 4] + b"\n\t]}{[\n")
    done = run("lint", "--no-config", ".", cwd=tmp_path)
    assert (done.code, "unreadable" in done.text) == (2, True), done.errors
    assert recorder.keys
