"""A file is taken for its recorder's by what it holds, and the reason is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette as run
from support import cassette, shared

from cassette_cli.errors import UnrecognizedError, UnsupportedError, UsageError
from cassette_cli.ops.load import load

GO = "{request: {method: GET, url: 'http://x', headers: {}}, response: {code: 200}}"
PY = "{request: {method: GET, uri: 'http://x', headers: {}}, response: {status: {code: 200}}}"
RUBY = "{request: {method: get, uri: 'http://x'}, response: {status: {code: 200}}}"
CALL = '{"request": {"method": "%s", "uri": "u"}, "response": {"status": {"code": 200}%s}}'
EMPTY = "version: 1 stands before the empty interactions"
CORPUS = {
    "betamax_vcr-json/betamaxpy+betamax": "betamax v1",
    "betamax_vcr-json/octokit+octokit.rb": "ruby-vcr v1",
    "betamax_vcr-json/sigmavirus24+github3.py": "betamax v1",
    "govcr1": "go-vcr v1",
    "govcr2": "go-vcr v2",
    "har": "har v1.2",
    "oldvcrpy": None,
    "other": "pydantic-ai v1",
    "rubyvcr": "ruby-vcr v1",
    "vcrpy-json": "vcrpy v1",
    "vcrpy1": "vcrpy v1",
}
"""What each folder of the corpus holds; None for what is declined."""

ODD = {
    # gRPC calls, filed with go-vcr 1 for its `version: 1`.
    "test_xai_web_search_user_location_recorded.xai.yaml": "pydantic-ai v1",
    # Empty: pydantic-ai's by its name, go-vcr's or vcrpy's by all that it holds.
    "test_multimodal_tool_return_matrix[direct-uploaded_file-audio-xai].xai.yaml": (
        "go-vcr v1 or pydantic-ai v1 or vcrpy v1"
    ),
}
"""Files that are not what their folder says, by their names."""

RECOGNISED = {
    f"version: 1\ninteractions: [{GO}]": ("go-vcr v1", "version: 1, and requests have a url"),
    f"interactions: [{GO}]\nversion: 1": ("go-vcr v1", "version: 1, and requests have a url"),
    f"version: 2\ninteractions: [{GO}]": ("go-vcr v2", "version: 2 and a list of interactions"),
    f"interactions: [{GO}]\nversion: 2": ("go-vcr v2", "version: 2 and a list of interactions"),
    f"interactions: [{PY}]\nversion: 1": ("vcrpy v1", "interactions whose requests have a uri"),
    f"version: 1\ninteractions: [{PY}]": ("vcrpy v1", "interactions whose requests have a uri"),
    f"interactions: [{PY}]": ("vcrpy v1", "interactions whose requests have a uri"),
    "version: 1\ninteractions: []": ("go-vcr v1 or pydantic-ai v1 or vcrpy v1", EMPTY),
    "version: 1\ninteractions:": ("go-vcr v1 or pydantic-ai v1 or vcrpy v1", EMPTY),
    "interactions: []\nversion: 1": (
        "vcrpy v1 or go-vcr v1", "the empty interactions stand before version: 1",
    ),
    "interactions: ~\nversion: 1": (
        "vcrpy v1 or go-vcr v1", "the empty interactions stand before version: 1",
    ),
    '{"version": 1, "interactions": []}': ("go-vcr v1 or vcrpy v1", EMPTY),
    f"http_interactions: [{RUBY}]\nrecorded_with: VCR 6.2.0": (
        "ruby-vcr v1", "http_interactions, recorded with VCR",
    ),
    f"http_interactions: [{RUBY}]\nrecorded_with: vcr/1.7.0, webmockr/2.0.0": (
        "ruby-vcr v1", "http_interactions, recorded with R's vcr",
    ),
    f"http_interactions: [{RUBY}]": ("ruby-vcr v1", "http_interactions in YAML"),
    "http_interactions: []": ("ruby-vcr v1", "http_interactions in YAML"),
    '{"http_interactions": [], "recorded_with": "betamax/0.8.0"}': (
        "betamax v1", "http_interactions, recorded with Betamax",
    ),
    '{"http_interactions": [], "recorded_with": "VCR 5.0.0"}': (
        "ruby-vcr v1", "http_interactions, recorded with VCR",
    ),
    '{"http_interactions": []}': ("betamax v1 or ruby-vcr v1", "http_interactions in JSON"),
    '{"http_interactions": [%s]}' % (CALL % ("get", "")): (
        "ruby-vcr v1 or betamax v1", "http_interactions whose methods are in lower case",
    ),
    '{"http_interactions": [%s]}' % (CALL % ("GET", ', "url": "u"')): (
        "betamax v1", "http_interactions whose responses have a url",
    ),
    '{"log": {"entries": []}}': ("har v1.2", "a log with entries"),
    '{"log": {"creator": {"name": "Polly.JS"}, "entries": []}}': (
        "har v1.2", "a log with entries, written by Polly.js",
    ),
    "version: 1\ninteractions: [{kind: message, direction: sent, data: {}}]": (
        "pydantic-ai v1", "interactions that are frames of a websocket",
    ),
    "version: 1\ninteractions: [{request_stream: {}}]": (
        "pydantic-ai v1", "interactions that are gRPC calls",
    ),
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
    "http_interactions: {}": "top-level keys http_interactions",
    "log: {entries: {}}": "top-level keys log",
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
    title, because = RECOGNISED[text]
    first = title.partition(" or ")[0]
    assert (f"{shown['name']} v{shown['version']}", shown["because"]) == (first, because)


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_nobody_recorded_is_described(text: str) -> None:
    with pytest.raises(UnrecognizedError) as caught:
        cassette(text)
    assert caught.value.found == UNKNOWN[text]
    assert caught.value.hint


LACKING = {
    "interactions: [1]": "go-vcr v1 (no version: 1), go-vcr v2 (no version: 2), har v1.2",
    "- 1": "go-vcr v1, go-vcr v2, pydantic-ai v1, vcrpy v1 (no list of interactions)",
    "- {request: {}, response: {}}": "har v1.2 (no log with entries)",
    "- {request: {url: x}, response: {status_code: 200}}": "har v1.2 (no log with entries)",
}
_VCR_1 = "- !ruby/struct:VCR::HTTPInteraction\n  request: !ruby/struct:VCR::Request\n    uri: x\n"
NAMED = {
    "- request: {method: GET, url: x}\n  response: {status: 200}": "PHP-VCR recordings",
    '[{"request": {"method": "GET", "url": "x"}, "response": {"status": {}}}]': (
        "PHP-VCR recordings"
    ),
    f"{_VCR_1}  response: {{}}": "VCR 1 recordings",
    "- request: !!python/object:vcr.request.Request {}\n  response: {}": "pickled vcrpy recordings",
    "version: 1\ninteractions: [{request: {uri: x, body: {type: json, content: {}}}, "
    "response: {status: 200, body: {type: text, content: x}}}]": "cassetter recordings",
    "version = 1\n\n[[interactions]]\n\n[interactions.request]\na = 1\n": "cassetter recordings",
    "http_interactions:\n- request:\n    uri: <% if a %>\n    b: <%= c: d %>\n": "ERB templates",
}

DAMAGED = ["requests_a_new_pull_request_review_from_a_team.json"]
"""Real recordings with an error: in this one a placeholder stands for a number in a JSON body."""
SIGNED = ["images_variations_image_png.yml"] * 2
"""Real recordings whose bodies hold URLs with the signature that opens them."""


@pytest.mark.parametrize("text", LACKING)
def test_it_is_said_what_each_recorder_misses(text: str) -> None:
    with pytest.raises(UnrecognizedError) as caught:
        cassette(text)
    assert LACKING[text] in (caught.value.tried or "")


@pytest.mark.parametrize("text", NAMED)
def test_known_recordings_of_others_are_named(text: str) -> None:
    with pytest.raises(UnsupportedError) as caught:
        cassette(text)
    assert caught.value.message == f"{NAMED[text]} are not read"
    assert caught.value.hint


def test_a_walk_names_them_too(tmp_path: Path) -> None:
    for number, text in enumerate(NAMED):
        (tmp_path / f"{number}.yml").write_text(text, encoding="utf-8")
    names = ", ".join(sorted(set(NAMED.values())))
    words = f"{len(NAMED)} recordings not read ({names})"
    assert run("lint", cwd=tmp_path).errors == f"0 cassettes, {words}: nothing to report\n"
    assert (
        run("redact", tmp_path, cwd=tmp_path).errors
        == f"nothing to redact in 0 cassettes\n{words}\n"
    )


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
    with pytest.raises(UsageError, match="no recorder is called cassetter"):
        load("a", text, recorder="cassetter")


def test_a_name_decides_between_what_both_would_take() -> None:
    text = b"interactions: []\nversion: 1"
    assert load("a", text, recorder="go-vcr").recorder.title == "go-vcr v1"
    assert load("a", text, recorder="vcrpy").recorder.title == "vcrpy v1"


def every_file(folder: str) -> list[Path]:
    """The cassettes below a folder of the corpus."""
    found = (path for path in shared("corpus", folder).rglob("*") if path.is_file())
    return sorted(found)


def title(path: Path) -> str | None:
    try:
        return load(path.name, path.read_bytes()).recorder.title
    except UnrecognizedError as error:
        assert error.message == "pickled vcrpy recordings are not read", path
        return None


@pytest.mark.parametrize("folder", CORPUS)
def test_every_real_recording_is_recognised(folder: str) -> None:
    for path in every_file(folder):
        assert title(path) == ODD.get(path.name, CORPUS[folder]), path


def test_no_part_of_the_corpus_is_left_out() -> None:
    told = {path for folder in CORPUS for path in every_file(folder)}
    notes = {"SOURCES.md", "expected-streams.jsonl"}
    assert {path.name for path in set(every_file("")) - told} == notes
    assert {path.name for path in told} >= set(ODD)


@pytest.mark.parametrize(("verb", "errors"), [("lint", [*DAMAGED, *SIGNED]), ("validate", [])])
def test_real_recordings_have_no_other_errors(verb: str, errors: list[str]) -> None:
    done = run(verb, "--no-config", "-o", "json", shared("corpus"), cwd=Path("/"))
    report = json.loads(done.text)
    found = [one for one in report["findings"] if one["severity"] == "error"]
    assert [Path(one["path"]).name for one in found] == errors
    summary = report["summary"]
    every = len(every_file(""))
    assert summary["cassettes"] == every - 3
    assert summary["unrecognized"] == 3
