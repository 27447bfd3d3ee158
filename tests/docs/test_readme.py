"""The README's generated parts are current: `CASSETTE_UPDATE=1` writes them again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from invoke import cassette

from cassette_cli.output.rule_view import summary
from cassette_cli.recorders.recorder import recorders
from cassette_cli.rules.rule import rules
from cassette_cli.schemas import schema
from cassette_cli.streams.protocol import protocols

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
EXAMPLE = "examples/go-vcr-v2/omit-empty-chat-stream.yaml"


def shown() -> str:
    command = [sys.executable, "-m", "cassette_cli", "show", EXAMPLE, "--collapse"]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    end = out[out.index("▌ Chunks") :]
    return f"```console\n$ cassette show {EXAMPLE} --collapse\n...\n{end}```"


def spent() -> str:
    """What the examples that vcrpy recorded have cost."""
    files = sorted(str(one.relative_to(ROOT)) for one in ROOT.glob("examples/vcrpy/*.yaml"))
    done = cassette("show", *files, "--usage", cwd=ROOT)
    assert (done.code, done.errors) == (0, "")
    return f"```console\n$ cassette show examples/vcrpy/*.yaml --usage\n{done.text}```"


def rule_table() -> str:
    rows = [f"| `{one.name}` | {one.group} | {one.severity} | {summary(one)} |" for one in rules()]
    head = ["| rule | group | severity | what it finds |", "|---|---|---|---|"]
    return "\n".join(head + rows)


def recorder_table() -> str:
    """A row a recorder, with the first sentence of its schema."""
    head = ["| `--recorder` | what it is |", "|---|---|"]
    rows = [f"| `{one.schema}` | {described(one.schema)} |" for one in recorders()]
    return "\n".join(head + rows)


def protocol_table() -> str:
    """A row a protocol."""
    head = ["| protocol | what it is |", "|---|---|"]
    return "\n".join(head + [f"| `{one.name}` | {one.about}. |" for one in protocols()])


def described(name: str) -> str:
    first = str(schema(name)["description"]).partition(". ")[0]
    return first.removesuffix(".") + "."


GENERATED: dict[str, Callable[[], str]] = {
    "show": shown,
    "usage": spent,
    "rules": rule_table,
    "recorders": recorder_table,
    "protocols": protocol_table,
}


def test_the_examples_are_sound() -> None:
    """The second half of the README's first command."""
    done = cassette("lint", "examples", cwd=ROOT)
    assert (done.code, done.text) == (0, "")


@pytest.mark.parametrize("name", GENERATED)
def test_generated_part_is_current(name: str) -> None:
    text = README.read_text("utf-8")
    expected = f"<!-- {name} -->\n{GENERATED[name]()}\n<!-- /{name} -->"
    pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->", re.S)
    if os.environ.get("CASSETTE_UPDATE"):
        README.write_text(pattern.sub(lambda _: expected, text), "utf-8")
        return
    found = pattern.search(text)
    assert found is not None
    assert found.group() == expected
