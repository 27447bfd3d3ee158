"""Each transform changes exactly the lines that one would expect, and says what it left."""

from __future__ import annotations

import json
from base64 import b64encode
from difflib import ndiff
from gzip import compress
from pathlib import Path

import pytest
from invoke import Outcome
from invoke import cassette as run

TEXT = '{"b": 1.0, "a": [1, {}], "c": "x, \\"y\\": {"}'
PACKED = b64encode(compress(TEXT.encode(), mtime=0)).decode()
VCRPY = f"""interactions:
- request:
    body: '{{"q": 1}}'
    headers: {{}}
    method: POST
    uri: http://a.test/0
  response:
    body:
      string: !!binary |
        {PACKED}
    headers:
      Content-Encoding:
      - gzip
      Content-Length:
      - '{len(compress(TEXT.encode(), mtime=0))}'
      Date: [today]
      X-Request-Id:
      - r1
    status: {{code: 200, message: OK}}
version: 1
"""
GO = """---
version: 2
interactions:
- id: 0
  request:
    content_length: 0
    body: ""
    headers:
      X-Request-Id:
      - a
    url: http://a.test/0
    method: GET
  response:
    content_length: 9
    body: "one\\ntwo\\n\\n"
    headers:
      Content-Encoding:
      - gzip
      Content-Length:
      - "7"
      X-Ratelimit-Left:
      - "3"
    status: 200 OK
    code: 200
    duration: 1ms
- id: 1
  request:
    content_length: 0
    body: ""
    headers:
      X-Request-Id:
      - a
    url: http://a.test/0
    method: GET
  response:
    content_length: 9
    body: "one\\ntwo\\n\\n"
    headers:
      Content-Encoding:
      - gzip
      Content-Length:
      - "7"
      X-Ratelimit-Left:
      - "3"
    status: 200 OK
    code: 200
    duration: 2ms
"""
V1 = """---
version: 1
interactions:
- request:
    body: é=1
    form: {}
    headers: {}
    url: http://u@a.test:8080/0
    method: POST
  response:
    body: hi
    headers: {}
    status: 200 OK
    code: 200
    duration: ""
"""
HTTPX = """interactions:
- request:
    body: ''
    headers: {}
    method: GET
    uri: http://a.test/0
  response:
    content: 'one

      two'
    headers:
      Content-Encoding:
      - gzip
    http_version: HTTP/1.1
    status_code: 404
"""
FILES = {"vcrpy": VCRPY, "go": GO, "v1": V1, "httpx": HTTPX}


def rewrite(folder: Path, name: str, *arguments: str) -> Outcome:
    (folder / f"{name}.yaml").write_text(FILES[name])
    return run("rewrite", f"{name}.yaml", *arguments, cwd=folder)


def changed(folder: Path, name: str) -> list[str]:
    """The lines that came and went, each with its sign and without its indentation."""
    after = (folder / f"{name}.yaml").read_text().splitlines()
    found = ndiff(FILES[name].splitlines(), after)
    return [line[0] + " ".join(line[1:].split()) for line in found if line[0] in "+-"]


def twice(lines: list[str]) -> list[str]:
    return lines + lines


CASES = {
    ("vcrpy", "--decode"): [
        "-string: !!binary |", f"-{PACKED}", f"+string: '{TEXT}'", "-Content-Encoding:", "-- gzip",
        f"-- '{len(compress(TEXT.encode(), mtime=0))}'", f"+- '{len(TEXT)}'",
    ],
    ("vcrpy", "--drop-volatile"): ["-Date: [today]", "-X-Request-Id:", "-- r1"],
    ("vcrpy", "--pretty-json"): ["-body: '{\"q\": 1}'", "+body: |-", "+{", '+"q": 1', "+}"],
    ("go", "--literal"): twice(
        ['-body: "one\\ntwo\\n\\n"', "+body: |+", "+one", "+two", "+"]
    ),
    ("go", "--fix-lengths"): twice(['-- "7"', '+- "9"']),
    ("go", "--fix-encoding"): twice(["-Content-Encoding:", "-- gzip"]),
    ("go", "--drop-volatile"): twice(["-X-Ratelimit-Left:", '-- "3"']),
    ("v1", "--upgrade"): [
        "-version: 1", "+version: 2", "-- request:", "+- id: 0", "+request:",
        *["+proto: HTTP/1.1", "+proto_major: 1", "+proto_minor: 1"] * 2, "+content_length: 4",
        "+host: a.test:8080", "-form: {}", "-headers: {}", "+content_length: 2", '-duration: ""',
        "+duration: 0s",
    ],
    ("httpx", "--upgrade"): [
        "-content: 'one", "+body:", "+string: |-", "+one", "-", "-two'", "+two", "-headers:",
        "+headers: {}", "-Content-Encoding:", "-- gzip", "-http_version: HTTP/1.1",
        "-status_code: 404", "+status:", "+code: 404", "+message: Not Found", "+version: 1",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "flag"), CASES, ids=" ".join)
def test_exactly_these_lines_change(tmp_path: Path, name: str, flag: str) -> None:
    done = rewrite(tmp_path, name, flag)
    assert done.code == 0, done.errors
    assert sorted(changed(tmp_path, name)) == sorted(CASES[name, flag])
    assert run("rewrite", f"{name}.yaml", flag, "--check", cwd=tmp_path).code == 0


def test_duplicates_of_go_vcr_may_each_be_asked_for(tmp_path: Path) -> None:
    done = rewrite(tmp_path, "go", "--dedupe")
    assert done.code == 2
    assert "plays each interaction once, and interaction 1 may" in done.errors
    assert "--force" in done.errors
    assert changed(tmp_path, "go") == []
    assert rewrite(tmp_path, "go", "--dedupe", "--force").code == 0
    assert (tmp_path / "go.yaml").read_text() == GO[: GO.index("- id: 1")]


def test_what_the_matcher_compares_stays(tmp_path: Path) -> None:
    """go-vcr compares headers and bodies of requests."""
    done = rewrite(tmp_path, "go", "--drop-volatile")
    assert done.errors.startswith("go.yaml: 2 in requests left: the matcher compares headers")
    assert rewrite(tmp_path, "go", "--drop-volatile", "--force").errors.startswith("4 edits made")


def test_a_request_that_is_compared_stays_as_it_was_sent(tmp_path: Path) -> None:
    (tmp_path / "cassette.toml").write_text('match-on = ["body"]\n')
    done = rewrite(tmp_path, "vcrpy", "--pretty-json")
    assert changed(tmp_path, "vcrpy") == []
    assert "1 in requests left: the matcher compares bodies" in done.errors


def test_the_catalogue_can_be_extended(tmp_path: Path) -> None:
    (tmp_path / "cassette.toml").write_text('extend-volatile-headers = ["Content-L*"]\n')
    rewrite(tmp_path, "vcrpy", "--drop-volatile")
    assert "-Content-Length:" in changed(tmp_path, "vcrpy")


def test_a_binary_content_is_not_moved(tmp_path: Path) -> None:
    FILES["binary"] = HTTPX.replace("'one\n\n      two'", "!!binary |\n      gIGC")
    done = rewrite(tmp_path, "binary", "--upgrade")
    assert done.code == 2
    assert "the content of interaction 0 is no text" in done.errors
    assert changed(tmp_path, "binary") == []


def test_har_holds_what_a_client_saw(tmp_path: Path) -> None:
    done = rewrite(tmp_path, "vcrpy", "--to", "har", "--output-file", "a.har")
    assert (done.code, done.text) == (0, "")
    assert done.errors.splitlines() == [
        "vcrpy.yaml: left out: no time of recording: the entries start in 1970",
        "1 cassette written as HAR",
    ]
    assert changed(tmp_path, "vcrpy") == []
    (entry,) = json.loads((tmp_path / "a.har").read_text())["log"]["entries"]
    assert entry["request"]["postData"] == {"mimeType": "", "text": '{"q": 1}'}
    assert entry["response"]["content"]["text"] == TEXT
    assert (entry["response"]["status"], entry["response"]["statusText"]) == (200, "OK")
    assert run("validate", "a.har", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "har"], "--to har needs a file to write"),
        (["--to", "har", "--check"], "--to har writes a new file"),
    ],
)
def test_an_export_needs_a_file(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = rewrite(tmp_path, "vcrpy", *arguments)
    assert done.code == 2
    assert words in done.errors
