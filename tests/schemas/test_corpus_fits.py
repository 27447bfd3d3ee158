"""Every real recording fits the schema of the recorder that wrote it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from documents import ROOT, faults

from cassette_cli.recorders.recorder import recorders

CORPUS = ROOT.parent / "shared" / "corpus"
FOLDERS = {
    "govcr1/linode+linodego": "go-vcr-v1",
    "govcr1/scaleway+scaleway-cli": "go-vcr-v1",
    "govcr1/pydantic+pydantic-ai": "pydantic-ai",
    "govcr2": "go-vcr-v2",
    "vcrpy1": "vcrpy",
    "vcrpy-json": "vcrpy",
    "rubyvcr": "ruby-vcr",
    "betamax_vcr-json/betamaxpy+betamax": "betamax",
    "betamax_vcr-json/octokit+octokit.rb": "ruby-vcr",
    "betamax_vcr-json/sigmavirus24+github3.py": "betamax",
    "har": "har",
    "other": "pydantic-ai",
}
ENDINGS = {".yaml", ".yml", ".json", ".har"}
EXAMPLES = tuple(recorder.schema for recorder in recorders())


class Loader(yaml.CSafeLoader):  # type: ignore[misc]
    """Plain values only: what a tag asks for is not made, dates and binaries stay text."""


def plain(loader: Any, node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


for name in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:binary", "!binary"):
    Loader.add_constructor(name, plain)
Loader.add_multi_constructor(
    "tag:yaml.org,2002:python/", lambda loader, _, node: plain(loader, node)
)


def load(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text) if text.startswith("{") else yaml.load(text, Loader)


def files(folder: Path) -> list[Path]:
    """The files below a folder; without any the test is skipped, or fails where told to."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS)
    if not found:
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail(f"nothing below {folder.name}: the corpus is missing")
        pytest.skip("the corpus is not here")
    return found


def misfits(folder: Path, schema: str) -> dict[str, Any]:
    """The files that do not fit, each with the places of its faults."""
    found = {path.name: faults(f"recorders/{schema}", load(path)) for path in files(folder)}
    return {name: places for name, places in found.items() if places}


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_the_corpus_fits(folder: str) -> None:
    assert not misfits(CORPUS / folder, FOLDERS[folder])


def test_no_folder_of_the_corpus_is_left_out() -> None:
    covered = tuple(f"{folder}/" for folder in (*FOLDERS, "oldvcrpy"))
    paths = (path.relative_to(CORPUS).as_posix() for path in files(CORPUS))
    assert not [path for path in paths if not path.startswith(covered)]


@pytest.mark.parametrize("recorder", EXAMPLES)
def test_the_examples_fit(recorder: str) -> None:
    assert not misfits(ROOT / "examples" / recorder, recorder)


def test_pickled_requests_do_not() -> None:
    """Before format 1 a recording was a bare list; vcrpy itself refuses it (`serialize.py`)."""
    for path in files(CORPUS / "oldvcrpy"):
        assert faults("recorders/vcrpy", load(path)) == {()}
