"""Recordings that are only near JSON are refused in words; keys that repeat are reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from invoke import cassette
from planted import openai
from support import ROOT

HAR = (ROOT / "examples/har/latin-1.har").read_text()
VERBS = (["show"], ["lint"], ["validate"], ["redact"], ["redact", "--check"])
COMMENT = "found a comment; JSON has no comments"
NEAR: dict[str, tuple[Callable[[str], str], str, str]] = {
    "a line of JSON5's comments": (lambda text: f"// recorded\n{text}", "1:1", COMMENT),
    "a comment of several lines": (lambda text: f"\n/* {{}}\n */\n{text}", "2:1", COMMENT),
    "comments of YAML": (lambda text: f"\ufeff# a\r\n\n# b\n{text}", "1:1", COMMENT),
    "a comment inside": (lambda text: text.replace('"log"', '/* x */ "log"', 1), "2:3", COMMENT),
    "a comment at the end": (lambda text: f"{text.strip()} // end", "90:3", COMMENT),
    "a comma too many": (
        lambda text: f"{text.rstrip()[:-1]},\n}}\n",
        "91:1", "found }; JSON has no comma before }",
    ),
    "single quotes": (
        lambda text: text.replace('"log"', "'log'", 1),
        "2:3", "found a single quote; JSON uses double quotes",
    ),
    "no quotes": (
        lambda text: text.replace('"log"', "log", 1),
        "2:3", "found text without quotes; JSON puts keys and texts in double quotes",
    ),
    "NaN": (
        lambda text: text.replace('"log"', '"x": NaN, "log"', 1),
        "2:8",
        "found NaN; JSON has no NaN and no infinity; null, or a text, may stand for it",
    ),
    "Python's words": (
        lambda text: text.replace('"log"', '"x": None, "log"', 1),
        "2:8", "found None; JSON writes null",
    ),
    "two in one file": (
        lambda text: f"{text.strip()}\n{text}", "91:1", "found {; a file holds one JSON value"
    ),
    "a conflict": (
        lambda text: text.replace('  "log"', '<<<<<<< ours\n  "log"', 1),
        "2:1", "found the mark of a merge conflict; resolve the conflict first",
    ),
    "a tab in a string": (
        lambda text: text.replace("latin-1", "latin\t1", 1),
        "3:29", "found U+0009; inside a string it is written \\t",
    ),
}  # fmt: skip
"""What is done to a recording; line and column; what is told of it."""


@pytest.mark.parametrize("file", ["a.har", "a.json"])
@pytest.mark.parametrize("name", NEAR)
def test_it_is_refused_by_every_verb_and_stays_as_it_is(
    name: str, file: str, tmp_path: Path
) -> None:
    spoil, place, words = NEAR[name]
    data = spoil(HAR).encode()
    (tmp_path / file).write_bytes(data)
    for verb in VERBS:
        done = cassette(*verb, file, cwd=tmp_path)
        assert done.code == 2, verb
        assert f"{file}:{place}: " in done.text + done.errors, verb
        assert "not JSON" in done.text + done.errors
        assert (tmp_path / file).read_bytes() == data
    (finding,) = json.loads(cassette("lint", "-o", "json", file, cwd=tmp_path).text)["findings"]
    assert (finding["rule"], finding["hint"]) == ("unreadable", words)
    assert f"{finding['line']}:{finding['column']}" == place


@pytest.mark.parametrize("name", NEAR)
def test_among_others_it_is_not_passed_over(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.har").write_text(HAR)
    (tmp_path / "b.har").write_bytes(NEAR[name][0](HAR).encode())
    done = cassette("validate", ".", cwd=tmp_path)
    assert done.code == 2
    assert f"b.har:{NEAR[name][1]}: error unreadable not JSON" in done.text


REPEATED = HAR.replace('"log"', '"x": 1, "y": {"\\u007a": 1, "z": 2}, "x": 3, "log"', 1)


def test_keys_that_repeat_are_reported_and_the_last_one_counts(tmp_path: Path) -> None:
    (tmp_path / "a.har").write_text(REPEATED)
    done = cassette("validate", "-o", "json", "a.har", cwd=tmp_path)
    found = [
        (one["rule"], one["line"], one["column"], one["pointer"])
        for one in json.loads(done.text)["findings"]
        if one["rule"] == "duplicate-key"
    ]
    assert found == [("duplicate-key", 2, 31, "/y/z"), ("duplicate-key", 2, 40, "/x")]
    assert done.code == 1
    assert cassette("show", "a.har", cwd=tmp_path).code == 0


def test_a_secret_under_a_key_that_is_repeated_is_cleaned_too(tmp_path: Path) -> None:
    key = openai("repeated")
    name = '"_recordingName"'
    text = HAR.replace(name, f'{name}: "Bearer {key}",\r\n    {name}', 1)
    (tmp_path / "a.har").write_bytes(text.encode())
    assert cassette("lint", "a.har", cwd=tmp_path).code == 1
    assert cassette("redact", "a.har", cwd=tmp_path).code == 1
    assert cassette("lint", "a.har", "--ignore", "duplicate-key", cwd=tmp_path).code == 0
    after = (tmp_path / "a.har").read_bytes().decode()
    before, _, behind = text.partition(key)
    assert key not in after
    assert after.startswith(before)
    assert after.endswith(behind)
    assert json.loads(after) == json.loads(text)
