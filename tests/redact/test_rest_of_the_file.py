"""Secrets where no recorder looks: git keeps the whole file, so the whole file is searched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invoke import cassette
from planted import letters, openai, password

KEY = openai("rest")
CHOSEN = password("rest")

PLACES = {
    "top comment": ("# {}\n", "version: 2\n"),
    "comment behind a value": ("", "version: 2 # was {}\n"),
    "comment behind a block's indicator": ("", "version: 2\nnote: | # {}\n  a text\n"),
    "comment behind an anchor": ("", "version: 2\nnote: &a # {}\n  x\n"),
    "comment at the end": ("", "version: 2\n", "# {}"),
    "field of the file": ("", "version: 2\nnote: see {} there\n"),
    "deep in a field": ("", "version: 2\nmeta: [{{a: [1, '{}']}}]\n"),
    "key": ("", "version: 2\n? {}\n: 1\n"),
    "key in flow": ("", 'version: 2\nmeta: {{"{}": 1}}\n'),
    "folded": ("", "version: 2\nnote: >-\n  a\n  {}\n  b\n"),
    "JSON with escapes": ("", 'version: 2\nnote: \'{{"a": "\\u0041 {}"}}\'\n'),
    "behind an alias": ("", "version: 2\nnote: &a {}\nother: [*a, *a]\n"),
    "duplicate key that loses": ("", "version: 2\nnote: {}\nnote: none\n"),
    "another document": ("", "version: 2\n", "---\nleft: {}\n"),
    "comment of another document": ("", "version: 2\n", "--- # {}\nleft: 1\n"),
}

FILE = """{before}{fields}interactions:
- id: 0
  {inner}request:
    method: GET
    url: http://x.test/v1
    headers: {{{headers}}}
  response:
    code: 200
    status: {status}
    headers: {{}}
    body: ""
    duration: 1ms
{behind}"""


def recording(
    *parts: str, secret: str = KEY, inner: str = "", headers: str = "", status: str = "200 OK"
) -> str:
    before, fields, *behind = (part.format(secret) for part in parts or ("", "version: 2\n"))
    return FILE.format(
        before=before, fields=fields, inner=inner, headers=headers, status=status,
        behind="".join(behind),
    )  # fmt: skip


def redacted(folder: Path, text: str, *secrets: str) -> str:
    """The file after `redact`, which told nobody what it found; `lint` saw it before."""
    path = folder / "a.yaml"
    path.write_text(text)
    assert cassette("lint", "a.yaml", cwd=folder).code == 1
    for words in (["lint", "-o", "full"], ["show", "-i", "0"], ["redact", "--diff"]):
        done = cassette(*words, "a.yaml", cwd=folder)
        assert not any(secret in done.text + done.errors for secret in secrets)
    assert cassette("redact", "a.yaml", cwd=folder).code == 1
    assert cassette("redact", "--check", "a.yaml", cwd=folder).code == 0
    return path.read_text()


@pytest.mark.parametrize("parts", PLACES.values(), ids=list(PLACES))
def test_a_key_anywhere_is_replaced_and_nothing_else(
    parts: tuple[str, ...], tmp_path: Path
) -> None:
    before = recording(*parts)
    after = redacted(tmp_path, before, KEY)
    head, found, tail = before.partition(KEY)
    assert found and after.startswith(head) and after.endswith(tail)
    assert KEY not in after and len(after) == len(before)


@pytest.mark.parametrize("where", ["inner", "status"])
def test_fields_of_an_interaction_are_searched(where: str, tmp_path: Path) -> None:
    text = recording(**{where: f"note: {KEY}\n  " if where == "inner" else KEY})
    assert KEY not in redacted(tmp_path, text, KEY)


def test_a_telling_name_tells_in_any_field(tmp_path: Path) -> None:
    after = redacted(
        tmp_path, recording("", "version: 2\nmeta: {{password: {}}}\n", secret=CHOSEN), CHOSEN
    )
    assert CHOSEN not in after


def test_a_value_found_in_a_header_is_found_in_a_comment_and_in_a_field(tmp_path: Path) -> None:
    value = letters("rest", 24)
    text = recording(
        "# {}\n", "version: 2\nmeta: {{a: {}}}\n", secret=value, headers=f"X-Api-Key: [{value}]"
    )
    assert value not in redacted(tmp_path, text, value)


def test_what_stands_in_another_document_belongs_to_no_interaction(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(recording(*PLACES["another document"]))
    found = json.loads(cassette("lint", "-o", "json", "a.yaml", cwd=tmp_path).text)["findings"]
    (one,) = [each for each in found if each["rule"] == "live-credential"]
    assert (one["interaction"], one["pointer"]) == (None, "")


def test_an_ignored_key_in_a_comment_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        recording("# {}\n# cassette: ignore[live-credential] known\n", "version: 2\n")
    )
    assert cassette("redact", "a.yaml", cwd=tmp_path).code in (0, 1)


@pytest.mark.parametrize(
    "headers",
    [
        "openai-organization: ['x {} y']",
        "X-Goog-User-Project: ['a={},b']",
        'A: ["\\e[31m{}\\e[0m"]',
    ],
)
def test_an_identifier_or_a_colour_hides_no_key(headers: str, tmp_path: Path) -> None:
    assert KEY not in redacted(tmp_path, recording(headers=headers.format(KEY)), KEY)


@pytest.mark.parametrize("key", ["client_id", "organization_id"])
def test_an_identifier_in_json_hides_no_key(key: str, tmp_path: Path) -> None:
    text = recording().replace('body: ""', f'body: \'{{"{key}": "x {KEY} y"}}\'')
    assert KEY not in redacted(tmp_path, text, KEY)


@pytest.mark.parametrize("key", ["? [a, {}]\n: 1\n", "? {{a: {}}}\n: {{b: c}}\n"])
def test_keys_that_are_lists_and_mappings_are_searched(key: str, tmp_path: Path) -> None:
    assert KEY not in redacted(tmp_path, recording("", f"version: 2\n{key}"), KEY)


@pytest.mark.parametrize("markup", ["note: &{0} x\nother: *{0}\n", "note: !{} x\n"])
def test_what_cannot_be_replaced_is_said(markup: str, tmp_path: Path) -> None:
    text = recording("", f"version: 2\n{markup}")
    (tmp_path / "a.yaml").write_text(text)
    assert cassette("lint", "a.yaml", cwd=tmp_path).code == 1
    done = cassette("redact", "a.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "anchors, tags and directives are not edited" in done.errors
    assert KEY not in done.text + done.errors
    assert (tmp_path / "a.yaml").read_text() == text
    assert cassette("show", "a.yaml", cwd=tmp_path).code == 0


@pytest.mark.parametrize("spelling", ["a%2Fb%2bc%3d", "a/b%2Bc%3D", "a%2fb+c=", "a%2Fb+c%3d"])
def test_every_spelling_of_a_known_value_is_found(spelling: str, tmp_path: Path) -> None:
    stem = letters("spelled", 20)
    value, written = f"{stem}a/b+c=", stem + spelling
    text = recording(headers=f"X-Api-Key: ['{value}']").replace(
        "x.test/v1", f"x.test/v1?q={written}"
    )
    after = redacted(tmp_path, text, value)
    assert stem not in after


def test_a_comment_is_of_no_interaction_and_no_matcher_compares_it(tmp_path: Path) -> None:
    text = recording().replace("x.test/v1", f"x.test/v1 # {KEY}")
    (tmp_path / "a.yaml").write_text(text)
    found = json.loads(cassette("redact", "--check", "-o", "json", "a.yaml", cwd=tmp_path).text)
    (file,) = found["files"]
    assert file["replay"] == {"safe": True, "impacts": []}
    assert [(one["interaction"], one["pointer"]) for one in file["redactions"]] == [(None, "")]


def said(folder: Path, text: str) -> str:
    """All that the verbs say of a file, in every format."""
    (folder / "a.yaml").write_text(text)
    lines = (
        "lint -o full", "lint -o json", "lint -o github", "redact --check -o full",
        "redact --check -o json", "redact --diff", "show -i 0 --explain",
    )  # fmt: skip
    done = [cassette(*line.split(), "a.yaml", cwd=folder) for line in lines]
    return "".join(one.text + one.errors for one in done)


@pytest.mark.parametrize(
    "written", ["# cassette: ignore[{}] because\n", "# cassette: ignore[live-{}] because\n"]
)
def test_an_ignore_that_names_a_key_does_not_repeat_it(written: str, tmp_path: Path) -> None:
    assert KEY not in said(tmp_path, recording(written, "version: 2\n"))


def test_a_key_with_a_slash_is_masked_in_a_pointer(tmp_path: Path) -> None:
    value = letters("slash", 20) + "/" + letters("slash/", 20)
    text = recording(headers=f"X-Api-Key: ['{value}']").replace(
        'body: ""', f'body: \'{{"{value}": {{"password": "{CHOSEN}"}}}}\''
    )
    words = said(tmp_path, text)
    assert value not in words
    assert value.replace("/", "~1") not in words


def test_a_key_at_the_end_of_a_long_tag_is_masked(tmp_path: Path) -> None:
    tag = f"!!python/object/apply:some.module.with.a.long.name/{KEY}"
    text = recording("", f"version: 2\nnote: {tag} []\n", headers=f"X-Api-Key: [{KEY}]")
    words = said(tmp_path, text)
    assert not any(KEY[:size] in words for size in range(20, len(KEY)))


@pytest.mark.parametrize("name", ["interactions", "duration", "X-RapidAPI-Key"])
def test_a_value_that_is_called_like_a_key_renames_none(name: str, tmp_path: Path) -> None:
    body = f'body: \'{{"password": "{name}1"}}\''
    text = recording("", f"version: 2\nmeta: {{{{{name}1: 1}}}}\n").replace('body: ""', body)
    after = redacted(tmp_path, text)
    assert after.count(f"{name}1") == 1
    assert f"meta: {{{name}1: 1}}" in after
