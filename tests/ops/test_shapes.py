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
from cassette_cli.ops.shapes import DURATION, KNOWN, OPEN_MAPS, are_valid, shapes
from cassette_cli.ops.validate import check
from cassette_cli.recorders.choose import choose
from cassette_cli.recorders.recorder import Recorder, recorders
from cassette_cli.schemas import schema

ROOT = Path(__file__).parents[2]
ENDINGS = {".yaml", ".yml", ".json", ".har"}
VALUES: dict[str, Any] = {"int": int, "float": float, "str": str, "NoneType": lambda _: None}
BEYOND_SHAPES = {
    "const", "enum", "pattern", "minimum", "maximum", "format", "minLength", "maxLength",
    "uniqueItems", "patternProperties", "propertyNames", "multipleOf", "prefixItems", "contains",
}  # fmt: skip
SAMPLES = {"str": "x", "int": 1, "float": 1.5, "bool": True, "NoneType": None, "any": {"a": [1]}}


def recordings(folder: Path) -> Iterator[tuple[str, set[str]]]:
    for path in sorted(one for one in folder.rglob("*") if one.suffix in ENDINGS):
        try:
            document = read(str(path), path.read_bytes())
            recorder, _ = choose(document)
        except CassetteError:
            continue
        assert document.root is not None
        if not check(document.root, schema(recorder.schema), document.resolver):
            yield recorder.schema, shapes(document.root, recorder.list_route, document.resolver)


def collected() -> dict[str, list[Any]]:
    table: dict[str, set[str]] = {}
    if not (ROOT.parent / "shared" / "corpus").is_dir():
        table = {
            name: {json.dumps(one, sort_keys=True) for one in found}
            for name, found in known().items()
        }
    for folder in (ROOT / "examples", ROOT.parent / "shared" / "corpus"):
        for name, found in recordings(folder):
            table.setdefault(name, set()).update(found)
    return {name: [json.loads(one) for one in sorted(found)] for name, found in table.items()}


def _text(shape: Any) -> str:
    return json.dumps(shape, sort_keys=True)


def instance(shape: Any, name: str = "") -> Any:
    """A value of a shape, as a file would hold it."""
    if isinstance(shape, str):
        return "1ms" if shape == "duration" else SAMPLES[shape]
    if isinstance(shape, list):
        return [instance(one) for one in shape]
    if name in OPEN_MAPS:
        return {f"Name-{number}": instance(one) for number, one in enumerate(shape["*"])}
    return {key: instance(value, key) for key, value in shape.items()}


def whole(shape: Any, recorder: Recorder) -> Any:
    """A file with one interaction of a shape; or the file that an outer shape describes."""
    if set(shape) == {""}:
        return around(shape[""])
    value: Any = [instance(shape)]
    for key in reversed(recorder.list_route):
        value = {key: value}
    return {**value, "version": int(recorder.version)} if "interactions" in value else value


def around(shape: Any) -> Any:
    """What stands around the list, of which the values are known as well."""
    if shape == "list":
        return []
    if isinstance(shape, dict):
        return {key: around(value) for key, value in shape.items()}
    if len(shape) == 2 and shape[0] in VALUES:
        return VALUES[shape[0]](shape[1])
    return [around(one) for one in shape]


def known() -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = json.loads(KNOWN.read_text("utf-8"))
    return table


@pytest.fixture(scope="module", autouse=True)
def updated() -> None:
    if os.environ.get("CASSETTE_UPDATE"):
        KNOWN.write_text(json.dumps(collected(), indent=1, sort_keys=True) + "\n", "utf-8")


@pytest.mark.parametrize("recorder", recorders(), ids=lambda recorder: recorder.schema)
def test_every_known_shape_is_valid(recorder: Recorder) -> None:
    shapes_of_it = known()[recorder.schema]
    assert shapes_of_it
    validator = Draft202012Validator(schema(recorder.schema))
    for shape in shapes_of_it:
        assert validator.is_valid(whole(shape, recorder)), shape


@pytest.mark.parametrize("recorder", recorders(), ids=lambda recorder: recorder.schema)
def test_schemas_say_nothing_of_values_that_shapes_do_not_tell_apart(recorder: Recorder) -> None:
    """Inside interactions only types, keys and the duration of go-vcr; see OPEN_MAPS and FREE."""
    texts = list(keywords(schema(recorder.schema)["$defs"]))
    assert "type" in texts
    assert not BEYOND_SHAPES & set(texts)


def keywords(node: Any, name: str = "") -> Iterator[str]:
    """The keywords of every schema below a node, the duration's left out."""
    if isinstance(node, dict) and name != DURATION:
        for key, value in node.items():
            yield key
            yield from keywords(value, key)
    if isinstance(node, list):
        for item in node:
            yield from keywords(item)


def test_the_examples_are_known_beforehand() -> None:
    seen = list(recordings(ROOT / "examples"))
    assert seen
    assert all(are_valid(found, name) for name, found in seen)
