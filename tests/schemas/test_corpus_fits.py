"""Every real recording fits the schema of the recorder that wrote it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from documents import ROOT, faults

CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = {
    "govcr1": "recorders/go-vcr-v1",
    "govcr2": "recorders/go-vcr-v2",
    "vcrpy1": "recorders/vcrpy",
    "vcrpy-json": "recorders/vcrpy",
}
EXAMPLES = {"go-vcr-v1": "go-vcr-v1", "go-vcr-v2": "go-vcr-v2", "vcrpy": "vcrpy"}


class Loader(yaml.CSafeLoader):  # type: ignore[misc]
    """Plain values only: what a tag asks for is not made, dates and binaries stay text."""


def plain(loader: Any, node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


for name in ("timestamp", "binary"):
    Loader.add_constructor(f"tag:yaml.org,2002:{name}", plain)
Loader.add_multi_constructor(
    "tag:yaml.org,2002:python/", lambda loader, _, node: plain(loader, node)
)


def load(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader)


def files(folder: Path) -> list[Path]:
    """The files below a folder; without any the test is skipped, or fails where told to."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in {".yaml", ".yml", ".json"})
    if not found:
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail(f"nothing below {folder.name}: the corpus is missing")
        pytest.skip("the corpus is not here")
    return found


def misfits(folder: Path, schema: str) -> dict[str, Any]:
    """The files that do not fit, each with the places of its faults."""
    found = {path.name: faults(schema, load(path)) for path in files(folder)}
    return {name: places for name, places in found.items() if places}


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_the_corpus_fits(folder: str) -> None:
    assert not misfits(CORPUS / folder, FOLDERS[folder])


@pytest.mark.parametrize("folder", sorted(EXAMPLES))
def test_the_examples_fit(folder: str) -> None:
    assert not misfits(ROOT / "examples" / folder, f"recorders/{EXAMPLES[folder]}")


def test_pickled_requests_do_not() -> None:
    """Before format 1 a recording was a bare list; vcrpy itself refuses it (`serialize.py`)."""
    for path in files(CORPUS / "oldvcrpy"):
        assert faults("recorders/vcrpy", load(path)) == {()}
