"""A file is taken for its recorder's by what it holds, and the reason is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette as run
from support import cassette, shared, shared_files

from cassette_cli.errors import UnrecognizedError, UsageError
from cassette_cli.ops.load import load

GO = "{request: {method: GET, url: 'http://x', headers: {}}, response: {code: 200}}"
PY = "{request: {method: GET, uri: 'http://x', headers: {}}, response: {status: {code: 200}}}"
CORPUS = {"govcr1": "go-vcr v1", "govcr2": "go-vcr v2", "vcrpy1": "vcrpy v1"}
GRPC = (
    "govcr1/pydantic+pydantic-ai/tests/models/cassettes/test_xai/"
    "test_xai_web_search_user_location_recorded.xai.yaml"
)

RECOGNISED = {
    f"version: 1\ninteractions: [{GO}]": ("go-vcr v1", "version: 1, and requests have a url"),
    f"interactions: [{GO}]\nversion: 1": ("go-vcr v1", "version: 1, and requests have a url"),
    f"version: 2\ninteractions: [{GO}]": ("go-vcr v2", "version: 2 and a list of interactions"),
    f"interactions: [{GO}]\nversion: 2": ("go-vcr v2", "version: 2 and a list of interactions"),
    f"interactions: [{PY}]\nversion: 1": ("vcrpy v1", "interactions whose requests have a uri"),
    f"version: 1\ninteractions: [{PY}]": ("vcrpy v1", "interactions whose requests have a uri"),
    f"interactions: [{PY}]": ("vcrpy v1", "interactions whose requests have a uri"),
    "version: 1\ninteractions: []": (
        "go-vcr v1", "version: 1 stands before the empty interactions",
    ),
    "version: 1\ninteractions:": ("go-vcr v1", "version: 1 stands before the empty interactions"),
    "interactions: []\nversion: 1": (
        "vcrpy v1", "the empty interactions stand before version: 1",
    ),
    "interactions: ~\nversion: 1": ("vcrpy v1", "the empty interactions stand before version: 1"),
    "version: 2\ninteractions: []": ("go-vcr v2", "version: 2 and a list of interactions"),
    "version: 2\ninteractions: null": ("go-vcr v2", "version: 2 and a list of interactions"),
    "interactions: []": ("vcrpy v1", "no interactions"),
    "version: 1\ninteractions: [{request: {method: GET}, response: {}}]": (
        "go-vcr v1", "version: 1, and requests without url or uri",
    ),
    f"version: 2\ninteractions: [{PY}]": (
        "go-vcr v2", "version: 2 and interactions, though a request has a uri",
    ),
    f'# by hand\n"version": "2"\n"interactions": [{GO}]': (
        "go-vcr v2", "version: 2 and a list of interactions",
    ),
}  # fmt: skip

UNKNOWN = {
    "": "nothing",
    "# nothing but a comment\n": "nothing",
    "hello": "a single text",
    "[]": "a list of 0",
    "{}": "{}",
    "- request: {}\n  response: {}\n": "a list of 1",
    "interactions: {a: b}\nversion: 1": "top-level keys interactions, version",
    f"version: 3\ninteractions: [{GO}]": "top-level keys version, interactions",
    f"version: 3\ninteractions: [{PY}]": "top-level keys version, interactions",
    f"interactions: [{GO}]": "top-level keys interactions",
    f"http_interactions: [{PY}]": "top-level keys http_interactions",
    "version: 2\ninteractions: [{kind: x}]": "top-level keys version, interactions",
    "version: 1\ninteractions: [1, 2]": "top-level keys version, interactions",
    "services: {web: {image: x}}\nversion: 2": "top-level keys services, version",
    "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7": "top-level keys a, b, c, d, e, f ...",
}


@pytest.mark.parametrize("text", RECOGNISED)
def test_a_file_is_recognised_and_the_reason_given(text: str) -> None:
    found = cassette(text).recorder
    assert (found.title, found.because) == RECOGNISED[text]


@pytest.mark.parametrize("text", RECOGNISED)
def test_show_prints_the_same_reason(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_text(text, encoding="utf-8")
    shown = json.loads(run("show", "-o", "json", "a.bin", cwd=tmp_path).text)["recorder"]
    assert (f"{shown['name']} v{shown['version']}", shown["because"]) == RECOGNISED[text]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_nobody_recorded_is_described(text: str) -> None:
    with pytest.raises(UnrecognizedError) as caught:
        cassette(text)
    assert caught.value.found == UNKNOWN[text]
    assert caught.value.hint


NAMED = {
    "http_interactions: []\nrecorded_with: VCR 6.2.0": "Ruby VCR and Betamax write",
    '{"http_interactions": [{"request": {"uri": "x"}}]}': "Ruby VCR and Betamax write",
    "log: {version: '1.2', entries: []}": "HAR",
    "- request: {method: GET, url: x}\n  response: {status: 200}": "PHP-VCR",
    "- request: !!python/object:vcr.request.Request {}\n  response: {}": "vcrpy pickled requests",
    "interactions: [{kind: message, direction: sent, data: {}}]": "frames of a websocket",
    "version: 1\ninteractions: [{request_stream: {}}]": "gRPC calls",
    "interactions: [1]": "tried go-vcr v1 (no version: 1), go-vcr v2 (no version: 2), vcrpy v1",
    "- 1": "tried go-vcr v1 (no list of interactions)",
    "": "an empty file is no cassette",
}


@pytest.mark.parametrize("text", NAMED)
def test_known_recordings_of_others_are_named(text: str) -> None:
    with pytest.raises(UnrecognizedError) as caught:
        cassette(text)
    assert NAMED[text] in f"tried {caught.value.tried}; {caught.value.hint}"


def test_the_corpus_of_others_is_named() -> None:
    """Save empty ones, and one that is JSON no YAML parser reads."""
    words = {"rubyvcr": "Ruby VCR", "oldvcrpy": "pickled", "other": "its interactions are"}
    for folder, word in words.items():
        paths = [*shared_files("corpus", folder), *shared_files("corpus", folder, suffix=".yml")]
        shared("corpus", folder)
        for path in paths:
            try:
                load(path.name, path.read_bytes())
            except UnrecognizedError as error:
                assert word in str(error.hint), path
            else:
                assert b"interactions: []" in path.read_bytes(), path


def test_values_do_not_stand_in_the_description() -> None:
    with pytest.raises(UnrecognizedError) as caught:
        cassette(f"{'k' * 99}: hunter2\n? [a, b]\n: hunter2")
    assert "hunter2" not in str(caught.value) + str(caught.value.found) + str(caught.value.hint)
    assert "k" * 41 not in str(caught.value.found)


def test_a_recorder_that_is_named_must_recognise_the_file() -> None:
    text = f"version: 1\ninteractions: [{GO}]".encode()
    for name in ("go-vcr", "go-vcr-v1"):
        assert load("a", text, recorder=name).recorder.title == "go-vcr v1"
    for name in ("vcrpy", "go-vcr-v2"):
        with pytest.raises(UnrecognizedError, match=f"{name} does not recognise it"):
            load("a", text, recorder=name)
    with pytest.raises(UsageError, match="no recorder is called betamax"):
        load("a", text, recorder="betamax")


def test_a_name_decides_between_what_both_would_take() -> None:
    text = b"interactions: []\nversion: 1"
    assert load("a", text, recorder="go-vcr").recorder.title == "go-vcr v1"
    assert load("a", text).recorder.title == "vcrpy v1"


@pytest.mark.parametrize("folder", CORPUS)
def test_every_real_recording_is_recognised(folder: str) -> None:
    shared("corpus", folder)
    for path in shared_files("corpus", folder):
        if not str(path).endswith(GRPC):
            assert load(path.name, path.read_bytes()).recorder.title == CORPUS[folder], path


def test_an_exchange_without_requests_is_declined_for_a_reason() -> None:
    path = shared("corpus", GRPC)
    with pytest.raises(UnrecognizedError) as caught:
        load(path.name, path.read_bytes())
    assert caught.value.found == "top-level keys version, interactions"
    assert caught.value.hint == (
        "its interactions are gRPC calls, which this version does not read"
    )


@pytest.mark.parametrize("verb", ["lint", "validate"])
@pytest.mark.parametrize("folder", CORPUS)
def test_real_recordings_have_no_errors(verb: str, folder: str) -> None:
    done = run(verb, "--no-config", "-o", "json", shared("corpus", folder), cwd=Path("/"))
    summary = json.loads(done.text)["summary"]
    assert (done.code, summary["errors"]) == (0, 0)
    assert summary["unrecognized"] == (1 if folder == "govcr1" else 0)
    assert summary["cassettes"] == len(shared_files("corpus", folder)) - summary["unrecognized"]
