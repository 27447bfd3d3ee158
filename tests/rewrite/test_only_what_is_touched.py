"""What rewrite does not look at: interactions that stayed, and secrets where none can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from invoke import cassette
from planted import openai

from cassette_cli.model.cassette import RecorderInfo
from cassette_cli.ops.plain_pointers import are_plain

KEY = openai("pointers")
BODY = """\
interactions:
- request:
    body: {{string: &body '{text}'}}
    headers: {{Content-Length: ['{first}'], {name}: [x]}}
    method: POST
    uri: https://example.com/
  response:
    body: {{string: ''}}
    headers: {{}}
    status: {{code: 200, message: OK}}
- request:
    body: {{string: {again}}}
    headers: {{Content-Length: ['{second}']}}
    method: POST
    uri: https://example.com/
  response:
    body: {{string: ''}}
    headers: {{}}
    status: {{code: 200, message: OK}}
version: 1
"""
SET = ("--set-text", "/interactions/0/request/body/string=now longer")


@pytest.mark.parametrize(("again", "second"), [("*body", 10), ("'text'", 4)])
def test_a_length_follows_its_body_through_an_alias(
    tmp_path: Path, again: str, second: int
) -> None:
    old = BODY.format(text="text", first=4, again=again, second=4, name="Accept")
    new = BODY.format(text="now longer", first=10, again=again, second=second, name="Accept")
    done = cassette("rewrite", "-", *SET, cwd=tmp_path, stdin=old.encode())
    assert (done.code, done.text) == (0, new)


@pytest.mark.parametrize("output", ["full", "concise", "json"])
def test_a_secret_in_a_pointer_is_masked(tmp_path: Path, output: str) -> None:
    old = BODY.format(text="text", first=4, again="text", second=4, name=KEY)
    (tmp_path / "one.yaml").write_text(old)
    drop = ("--delete", f"/interactions/0/request/headers/{KEY}")
    done = cassette("rewrite", "one.yaml", *drop, "-o", output, cwd=tmp_path)
    assert done.code == 0
    assert KEY not in (tmp_path / "one.yaml").read_text()
    assert KEY not in done.text + done.errors
    assert "/interactions/0/request/headers/****" in done.text


def test_pointers_of_known_names_are_plain() -> None:
    vcrpy = RecorderInfo("vcrpy", "1", "")
    assert are_plain(["/interactions/3000/response/status/code", "/interactions/1"], vcrpy)
    assert are_plain(["/interactions/0/request/headers/User-Agent/0"], vcrpy)
    assert not are_plain(["/interactions/0", "/interactions/0/request/headers/X-Tenant"], vcrpy)
    assert not are_plain([f"/interactions/0/request/headers/{KEY}"], vcrpy)
    assert not are_plain(["/interactions/12345678/request"], vcrpy)
