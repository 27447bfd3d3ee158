"""Every schema is sound in itself and explains itself in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from documents import SCHEMAS
from jsonschema import Draft202012Validator

from cassette_cli.recorders.recorder import recorders

PATHS = sorted(SCHEMAS.rglob("*.json"))
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
PROSE = sorted([*(SCHEMAS / "recorders").glob("*.json"), SCHEMAS / "config.v1.json"])
KEYWORDS = {"properties", "$defs"}
"""Keywords whose members are named by the schema, and are schemas each."""


def load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def subschemas(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping that is a schema, not one that names schemas."""
    if isinstance(node, list):
        for item in node:
            yield from subschemas(item)
    if isinstance(node, dict):
        yield node
        for key, value in node.items():
            yield from subschemas(list(value.values()) if key in KEYWORDS else value)


def properties(root: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property with its schema, references followed."""
    for node in subschemas(root):
        for name, value in node.get("properties", {}).items():
            yield name, target(root, value)


def target(root: Any, node: Any) -> dict[str, Any]:
    """What a reference inside a file leads to, or the node itself."""
    reference = node.get("$ref")
    if reference is None:
        return dict(node)
    assert reference.startswith("#/$defs/"), "an editor cannot fetch another file"
    return dict(root["$defs"][reference.removeprefix("#/$defs/")])


def test_there_is_a_schema_for_all_that_is_promised() -> None:
    names = {path.relative_to(SCHEMAS).with_suffix("").as_posix() for path in PATHS}
    verbs = ("lint", "show", "redact", "diff", "rewrite", "usage")
    outputs = {f"output/{verb}.v1" for verb in verbs}
    written = {f"recorders/{recorder.schema}" for recorder in recorders()}
    assert names == outputs | written | {"config.v1"}


@EVERY
def test_it_is_valid_and_named(path: Path) -> None:
    value = load(path)
    Draft202012Validator.check_schema(value)
    assert value["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert value["$id"] == f"urn:cassette-cli:schema:{path.stem}"


@EVERY
def test_every_property_has_a_description(path: Path) -> None:
    found = list(properties(load(path)))
    assert found
    assert not [name for name, value in found if not value.get("description")]


@EVERY
def test_every_description_is_a_sentence(path: Path) -> None:
    texts = [node["description"] for node in subschemas(load(path)) if "description" in node]
    assert not [text for text in texts if not text.endswith((".", "..."))]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_what_people_edit_has_titles_too(path: Path) -> None:
    assert not [name for name, value in properties(load(path)) if not value.get("title")]


@EVERY
def test_every_required_key_is_a_known_one(path: Path) -> None:
    for node in subschemas(load(path)):
        if "properties" in node:
            assert set(node.get("required", ())) <= set(node["properties"])
