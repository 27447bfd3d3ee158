"""The known shapes are the schema's own judgement: `CASSETTE_UPDATE=1` collects them again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cassette_cli.errors import CassetteError
from cassette_cli.ops.load import read
from cassette_cli.ops.shapes import KNOWN, OPEN_MAPS, are_valid, shapes
from cassette_cli.ops.validate import check
from cassette_cli.recorders.recorder import choose
from cassette_cli.schemas import schema

ROOT = Path(__file__).parents[2]
SAMPLES = {"str": "x", "int": 1, "float": 1.5, "bool": True, "NoneType": None, "any": {"a": [1]}}


def recordings(folder: Path) -> Iterator[tuple[str, set[str]]]:
    for path in sorted(folder.rglob("*.yaml")):
        try:
            document = read(str(path), path.read_bytes())
            recorder, _ = choose(document)
        except CassetteError:
            continue
        assert document.root is not None
        if not check(document.root, schema(recorder.schema), recorder.resolver):
            yield recorder.schema, shapes(document.root, recorder.resolver)


def collected() -> dict[str, list[Any]]:
    table: dict[str, set[str]] = {}
    for folder in (ROOT / "examples", ROOT.parent / "shared" / "corpus"):
        for name, found in recordings(folder):
            table.setdefault(name, set()).update(found)
    return {name: [json.loads(one) for one in sorted(found)] for name, found in table.items()}


def instance(shape: Any, name: str = "") -> Any:
    """A value of a shape, as a file would hold it."""
    if isinstance(shape, str):
        return "1ms" if shape == "duration" else SAMPLES[shape]
    if isinstance(shape, list):
        return [instance(one) for one in shape]
    if name in OPEN_MAPS:
        return {f"Name-{number}": instance(one) for number, one in enumerate(shape["*"])}
    return {key: instance(value, key) for key, value in shape.items()}


def whole(shape: Any, version: Any) -> Any:
    """A file with one interaction of a shape; or the file that an outer shape describes."""
    if set(shape) != {""}:
        return {"version": version, "interactions": [instance(shape)]}
    values = {"int": int, "str": str, "NoneType": lambda _: None}
    return {
        key: [] if one == "list" else values[one[0]](one[1]) if isinstance(one, list) else {}
        for key, one in shape[""].items()
    }


@pytest.mark.parametrize(("name", "version"), [("go-vcr-v1", 1), ("go-vcr-v2", 2), ("vcrpy", 1)])
def test_every_known_shape_is_valid(name: str, version: int) -> None:
    if os.environ.get("CASSETTE_UPDATE"):
        KNOWN.write_text(json.dumps(collected(), indent=1, sort_keys=True) + "\n", "utf-8")
    known = json.loads(KNOWN.read_text("utf-8"))[name]
    assert known
    validator = Draft202012Validator(schema(name))
    for shape in known:
        assert validator.is_valid(whole(shape, version)), shape


def test_the_examples_are_known_beforehand() -> None:
    seen = list(recordings(ROOT / "examples"))
    assert seen
    assert all(are_valid(found, name) for name, found in seen)
