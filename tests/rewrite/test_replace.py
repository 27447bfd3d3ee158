"""`rewrite --replace`: a text gives way to another, however it is written in the file."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from pathlib import Path

import pytest
from invoke import cassette as run
from support import cassette

from cassette_cli.model.stream import AssembledMessage
from cassette_cli.ops.rewrite import rewrite
from cassette_cli.ops.transforms.replace import Replace, Where

ROOT = Path(__file__).parents[2]


def replaced(text: str, argument: str, where: Where = Where.all, *, regex: bool = False) -> str:
    """The text after it, which a second time does not change."""
    wish = Replace.of(argument, where, regex=regex)
    done = rewrite(cassette(text), [wish])
    assert not rewrite(done.cassette, [wish]).changed
    return done.after.value


def streamed(*deltas: object) -> str:
    chunks = [{"choices": [{"index": 0, "delta": one}]} for one in deltas]
    events = [json.dumps(one, ensure_ascii=False) for one in chunks]
    body = "".join(f"data: {one}\n\n" for one in (*events, "[DONE]"))
    return stored(json.dumps(body, ensure_ascii=False), "{Content-Type: [text/event-stream]}")


def chat(*pieces: str) -> str:
    return streamed(*({"content": one} for one in pieces))


def said(text: str) -> AssembledMessage:
    stream = cassette(text).interactions[0].response.stream
    assert stream is not None
    return stream.message


def stored(body: str, headers: str = "{}") -> str:
    return f"""version: 2
interactions:
- id: 0
  request:
    body: ''
    url: http://a.test/Lisbon?q=Lisbon
    method: GET
    headers: {{X: [Lisbon]}}
  response:
    body: {body}
    headers: {headers}
    status: 200 OK
    code: 200
    duration: 1ms
"""


def test_a_text_that_is_split_over_deltas() -> None:
    found = said(replaced(chat("In Li", "sb", "on, Lisbon"), 'Lisbon=Évora "x"'))
    assert found.text.value == 'In Évora "x", Évora "x"'


def test_a_pattern_that_matches_a_part_of_a_delta_and_more() -> None:
    found = said(replaced(chat("xa", "ab"), "a+=-", regex=True))
    assert found.text.value == "x-b"


def test_arguments_stay_json() -> None:
    call = {"index": 0, "id": "c", "function": {"name": "f", "arguments": '{"city": "Lisbon"}'}}
    found = said(replaced(streamed({"tool_calls": [call]}), 'Lisbon="quoted"')).tool_calls[0]
    assert json.loads(found.arguments.value) == {"city": '"quoted"'}


def test_a_compressed_body() -> None:
    packed = b64encode(gzip.compress(b'{"city": "Lisbon"}')).decode()
    text = replaced(stored(f"!!binary {packed}", "{Content-Encoding: [gzip]}"), "Lisbon=Faro")
    body = cassette(text).interactions[0].response.body.text
    assert body is not None
    assert body.value == '{"city": "Faro"}'


@pytest.mark.parametrize(
    ("where", "changed"),
    [
        (Where.bodies, ["body"]),
        (Where.urls, ["url"]),
        (Where.headers, ["headers"]),
        (Where.all, ["url", "headers", "body"]),
    ],
)
def test_where_it_is_replaced(where: Where, changed: list[str]) -> None:
    before = stored("in Lisbon")
    after = replaced(before, "Lisbon=Faro", where)
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    assert [new.split(":")[0].strip() for old, new in lines if old != new] == changed


def test_groups_of_an_expression_and_backslashes_of_a_text() -> None:
    assert "on Lisb" in replaced(stored("in Lisbon"), r"(Lisb)(on)=\2 \1", regex=True)
    assert r"in \1" in replaced(stored("in Lisbon"), r"Lisbon=\1", Where.bodies)


@pytest.mark.parametrize("arguments", [["Lisbon"], ["=x"], ["(=x", "--regex"]])
def test_what_makes_no_sense(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.yaml").write_text(stored("x"))
    done = run("rewrite", "a.yaml", "--replace", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert "hint: " in done.errors
