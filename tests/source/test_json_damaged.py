"""Cut and changed recordings in JSON: read, or refused with their place; cleaned ones are JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_oracle import scalars, tokens
from planted import openai
from support import ROOT

from cassette_cli.errors import CassetteError, UnreadableError
from cassette_cli.model.config import Config
from cassette_cli.ops.lint import lint_bytes
from cassette_cli.ops.load import load
from cassette_cli.ops.redact import redact
from cassette_cli.ops.show import Shown
from cassette_cli.output.json_output import line
from cassette_cli.output.show_json import show_document
from cassette_cli.output.show_view import View, full_view
from cassette_cli.source.document import read_document

EXAMPLES = sorted(path for end in ("json", "har") for path in (ROOT / "examples").rglob(f"*.{end}"))
SMALL = [path for path in EXAMPLES if 500 < path.stat().st_size < 12_000]
KEY = openai("damaged")
ODD = [
    "null", "true", "-1", "1.5", "1e999", "9" * 500, "[]", "{}", '""', '"\\ud83d"', '"\\u0000"',
    '"\u2028"', '["x",null,{}]', '{"a":1,"a":2}', "[" * 50 + "]" * 50, f'"Bearer {KEY}"',
    f'"{KEY}"'.replace("s", "\\u0073", 1).replace("-", "\\u002D"), json.dumps(json.dumps([KEY])),
]  # fmt: skip
"""Values that stand where a recorder writes others."""


def examine(name: str, data: bytes) -> None:
    """All that the verbs do with a file; whatever is wrong with it must be said, not raised."""
    lint_bytes(name, data, Config())
    try:
        recorded = load(name, data)
        shown = Shown(name, recorded, recorded.interactions, True, 0)
        line(show_document(shown))
        list(full_view(shown, View(width=80, whole=True)))
        result = redact(recorded, ())
    except CassetteError as error:
        assert "bug" not in (error.hint or "")
        return
    values = [text for _, text in tokens(result.after.value)]
    assert not any(KEY in text for text in values)


@pytest.mark.parametrize("path", SMALL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_recording_cut_anywhere_is_refused_where_it_ends(path: Path) -> None:
    data = path.read_bytes().rstrip()
    for end in range(1, len(data), 97):
        try:
            text = data[:end].decode()
        except UnicodeDecodeError:
            continue
        with pytest.raises(UnreadableError, match="not JSON") as refusal:
            read_document("a.json", data[:end])
        assert refusal.value.where is not None
        assert refusal.value.where.line == text.count("\n") + 1
        assert refusal.value.found in ("the end of the file", "text without quotes", "-")


@settings(max_examples=100)
@given(st.data())
def test_any_value_may_stand_anywhere(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(SMALL))
    text = path.read_bytes().decode()
    for _ in range(data.draw(st.integers(1, 3))):
        node = data.draw(st.sampled_from(scalars(read_document("a.json", text.encode()))))
        changed = text[: node.start] + data.draw(st.sampled_from(ODD)) + text[node.end :]
        # A key has to be a string.
        text = changed if is_json(changed) else text
    examine(path.name, text.encode())


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
