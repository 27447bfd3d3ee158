"""Cut and mutated recordings: read or refused, never a crash; and what is redacted is proved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invoke import cassette
from support import ROOT, shared, shared_files

from cassette_cli.errors import CassetteError
from cassette_cli.model.config import Config
from cassette_cli.ops.lint import lint_bytes
from cassette_cli.ops.load import load
from cassette_cli.ops.redact import redact
from cassette_cli.ops.show import Shown
from cassette_cli.output.json_output import line
from cassette_cli.output.show_json import show_document

EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
SMALL = [path for path in shared_files("corpus") if path.stat().st_size < 12_000]


def examine(data: bytes) -> None:
    """All that the verbs do with a file; whatever is wrong with it must be said, not raised."""
    lint_bytes("damaged.yaml", data, Config())
    try:
        recorded = load("damaged.yaml", data)
        line(show_document(Shown("damaged.yaml", recorded, recorded.interactions, True, 0)))
        result = redact(recorded, ("method", "uri", "body"))
    except CassetteError:
        return
    assert result.changed == bool(result.redactions)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_recording_cut_anywhere_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), max(50, len(data) // 80)):
        examine(data[:end])


@settings(max_examples=200)
@given(st.data())
def test_a_mutated_recording_is_read_or_refused(data: st.DataObject) -> None:
    shared("corpus")
    blob = bytearray(data.draw(st.sampled_from(SMALL)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        mutate(blob, data.draw)
    examine(bytes(blob))


def mutate(blob: bytearray, draw: object) -> None:
    """Change a byte, put one in, take a range out or double it, or swap two lines."""
    assert callable(draw)
    at = draw(st.integers(0, max(0, len(blob) - 1)))
    end = at + draw(st.integers(1, 60))
    match draw(st.sampled_from(["set", "insert", "delete", "double", "swap"])):
        case "set":
            blob[at : at + 1] = bytes([draw(st.integers(0, 255))])
        case "insert":
            blob[at:at] = draw(st.sampled_from([b"'", b'"', b"\n", b": ", b"- ", b"{", b"[", b"#"]))
        case "delete":
            del blob[at:end]
        case "double":
            blob[at:at] = blob[at:end]
        case _:
            lines = bytes(blob).splitlines(keepends=True)
            if len(lines) > 1:
                one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                blob[:] = b"".join(lines)


@pytest.mark.parametrize("verb", ["show", "lint", "validate", "redact"])
def test_a_cut_file_is_refused_in_words(verb: str, tmp_path: Path) -> None:
    path = tmp_path / "cut.yaml"
    data = EXAMPLES[-1].read_bytes()
    path.write_bytes(data[: data.index(b"method:") + 20] + b"'")
    done = cassette(verb, "cut.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "not YAML" in done.text + done.errors
    assert "cut.yaml:" in done.text + done.errors
