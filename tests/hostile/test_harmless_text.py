"""Recorded text never steers the terminal, Rich or a CI runner, wherever it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from invoke import cassette
from planted import openai

EVIL = "\x1b]0;pwned\x07\x1b[2J\x9b31m\u202egnp.exe\u2066\u200b[bold red]x[/][link=http://evil]\r\n::error::pwned"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
OWN_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
CALL = {"index": 0, "id": EVIL, "function": {"name": EVIL, "arguments": EVIL}}
CHUNK = {
    "object": "chat.completion.chunk",
    "choices": [
        {
            "index": 0,
            "delta": {"role": EVIL, "content": EVIL, "reasoning": EVIL, "tool_calls": [CALL]},
            "finish_reason": EVIL,
        }
    ],
    "usage": {EVIL: 3, "model": EVIL},
}
STREAM = f"event: {EVIL[:20]}\ndata: {json.dumps(CHUNK)}\n\n: {EVIL[:30]}\n\nodd: {EVIL[:30]}\n\n"


def evil(body: str, kind: str) -> str:
    """A cassette with hostile text in every field; JSON's strings are YAML's."""
    q = json.dumps(EVIL)
    key = json.dumps(openai("evil") + EVIL)
    return (
        f"version: 2\ninteractions:\n- id: 0\n  request:\n    method: {q}\n    url: {q}\n"
        f"    headers: {{{q}: [{q}], Authorization: [{key}]}}\n    body: {json.dumps(EVIL)}\n"
        f"  response:\n    headers: {{Content-Type: [{kind}], {q}: [{q}]}}\n    status: {q}\n"
        f'    code: "200"\n    {q}: 1\n    {q}: 2\n    duration: {q}\n'
        f"    body: {json.dumps(body)}\n"
    )


def undecodable(header: str, value: str) -> str:
    """A body of bytes that the header says cannot be read."""
    return (
        "interactions:\n- request: {method: GET, uri: 'http://x/', headers: {}, body: null}\n"
        f"  response:\n    headers: {{{header}: [{json.dumps(value)}]}}\n"
        "    body: {string: !!binary //79/Pv6}\n    status: {code: '200', message: OK}\n"
        "version: 1\n"
    )


FILES = {
    "stream": evil(STREAM, "text/event-stream"),
    "cut stream": evil(STREAM[:300], "text/event-stream"),
    "json": evil(json.dumps({EVIL: [EVIL, {EVIL: EVIL}]}), "application/json"),
    "broken json": evil("{" + EVIL, "application/json"),
    "text": evil(EVIL * 3, "text/plain"),
    "unknown coding": undecodable("Content-Encoding", EVIL),
    "unknown charset": undecodable("Content-Type", f"text/plain; charset=x{EVIL}"),
}
COMMANDS = (
    "show", "show -i :", "show -i : --full", "show -i : --headers", "show -i : --chunks",
    "show -i : --message", "show -i : --body response", "show -i : --body request",
    "show --explain", "show -i : --explain --collapse", "show -o json --full", "lint --select all",
    "lint --select all -o full", "lint --select all -o concise", "lint --select all -o github",
    "lint --select all -o json", "validate -o full", "validate -o github", "redact --check",
    "redact --diff", "redact --check -o full", "redact --check -o json", "show -i url=*",
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("tty", [False, True], ids=["piped", "terminal"])
def test_no_output_steers_anything(name: str, tty: bool, tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text(FILES[name], encoding="utf-8")
    for command in COMMANDS:
        verb, *rest = command.split()
        done = cassette(verb, *rest, "evil.yaml", cwd=tmp_path, tty=tty)
        for output, is_result in ((done.text, True), (done.errors, False)):
            left = OWN_COLOURS.sub("", output) if tty else output
            assert not STEERING.search(left), (command, left[:2000])
            if verb != "show":  # It shows texts as they are, line by line.
                commands = re.findall(r"(?m)^::.*", output)
                assert all(re.match(r"::(error|warning|notice) file=", one) for one in commands)
                assert bool(commands) == ("github" in command and is_result)
        assert "internal error" not in done.errors


@pytest.mark.parametrize(
    "name", ["\x1b[2Jx.yaml", "\u202efdp.yaml", "a\n::error::x.yaml", "[red]x.yaml"]
)
@pytest.mark.parametrize("output", ["full", "concise", "github", "json"])
def test_neither_does_the_name_of_a_file(name: str, output: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FILES["json"], encoding="utf-8")
    done = cassette("lint", "-o", output, ".", cwd=tmp_path)
    assert done.code == 1
    assert not STEERING.search(done.text + done.errors)
    assert "\n::error::x" not in done.text + done.errors
    for verb in ("show", "redact"):
        done = cassette(verb, name, cwd=tmp_path)
        assert not STEERING.search(done.text + done.errors)


def test_markup_is_shown_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text(FILES["text"], encoding="utf-8")
    done = cassette("show", "--no-pager", "-i", "0", "evil.yaml", cwd=tmp_path, tty=True)
    assert "[bold red]x[/][link=http://evil]" in OWN_COLOURS.sub("", done.text)
