"""What `<<` merges is part of the recording: both recorders' parsers read it so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from invoke import cassette as run
from planted import openai
from support import cassette, document

from cassette_cli.recorders.fields import entry
from cassette_cli.source.merge import entries
from cassette_cli.source.node import Mapping, text_of

MERGES = (
    "{<<: {a: 1}, b: 2}",
    "{a: 0, <<: {a: 1, c: 3}}",
    "{<<: {a: 1}, a: 0}",
    "{<<: [{a: 1}, {a: 2, b: 2}], c: 3}",
    "{<<: [], a: 1}",
    "{<<: {<<: {a: 1, b: 1}, a: 2}, c: 3}",
    "{x: &x {a: 1}, y: &y {<<: *x, b: 2}, z: {<<: *y, c: 3}, <<: *y}",
    "{x: &x {a: 1}, <<: [*x, *x]}",
    "{'<<': {a: 1}}",
    "{a: 1}",
)
FILE = """defaults:
  headers: &headers
    Authorization: [Bearer {key}]
  request: &request
    method: GET
    headers: {{}}
version: 2
interactions:
- request:
    <<: *request
    url: https://api.example.com/v1
    headers:
      Accept: ['*/*']
      <<: *headers
    form: {{<<: {{a: [b]}}}}
  response: {{headers: {{}}, status: 200 OK, code: 200, duration: 1ms, body: ''}}
"""


@pytest.mark.parametrize("text", MERGES)
def test_a_mapping_has_the_keys_that_pyyaml_gives_it(text: str) -> None:
    root, loaded = document(text).root, yaml.safe_load(text)
    assert isinstance(root, Mapping)
    assert {text_of(key) for key, _ in entries(root)} == set(loaded)
    for name, value in loaded.items():
        if isinstance(value, int):
            assert text_of(entry(root, name)) == str(value), name


def test_a_bomb_of_merges_is_read_in_no_time() -> None:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 15)]
    root = document("\n".join(lines)).root
    assert text_of(entry(entry(root, "a14"), "k")) == "v"


def test_a_request_is_read_with_what_is_merged_into_it() -> None:
    (one,) = cassette(FILE.format(key="x")).interactions
    assert one.title == "GET https://api.example.com/v1"
    assert [(header.name.value, header.values[0].value) for header in one.request.headers] == [
        ("Accept", "*/*"),
        ("Authorization", "Bearer x"),
    ]
    assert [(one.name, one.text.value) for one in one.request.extra] == [("a", "b")]


def test_a_secret_in_a_merged_mapping_is_found_and_redacted(tmp_path: Path) -> None:
    path, key = tmp_path / "merged.yaml", openai("merged")
    path.write_text(FILE.format(key=key), encoding="utf-8")
    linted = run("lint", "--no-config", "--select", "secrets", "-o", "json", path, cwd=tmp_path)
    (finding,) = json.loads(linted.text)["findings"]
    assert (finding["rule"], finding["line"]) == ("live-credential", 3)
    assert run("redact", "--no-config", path, cwd=tmp_path).code == 1
    assert key not in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith("defaults:\n  headers: &headers\n")


def test_what_is_merged_has_its_shape(tmp_path: Path) -> None:
    (tmp_path / "merged.yaml").write_text(FILE.format(key="x"))
    done = run("validate", "merged.yaml", cwd=tmp_path)
    assert (done.code, done.text) == (0, "")
