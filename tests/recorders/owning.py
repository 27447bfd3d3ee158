"""Every recorder with the examples that it wrote itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT

from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.load import load
from cassette_cli.recorders.recorder import Recorder, recorders

EVERY = pytest.mark.parametrize("recorder", recorders(), ids=lambda one: one.schema)


def examples(recorder: Recorder) -> list[Path]:
    """The recorder's examples: their folder is called as its schema."""
    folder = ROOT / "examples" / recorder.schema
    assert folder.is_dir(), f"record examples/{recorder.schema}/ first: the README says how"
    return sorted(folder.iterdir())


def read(path: Path) -> Cassette:
    """The cassette in a file."""
    return load(path.name, path.read_bytes())


EXAMPLES = [
    pytest.param(one, path, id=f"{one.schema}/{path.name}")
    for one in recorders()
    for path in examples(one)
]
