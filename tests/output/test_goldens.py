"""Machine output against its schema and, byte for byte, against one golden file a verb.

`CASSETTE_UPDATE=1` writes the goldens of the verbs that exist; those of later verbs are by hand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
CHAT = "examples/go-vcr-v2/omit-empty-chat-stream-tools.yaml"
RUNS = {
    "show": ["show", CHAT],
    "lint": ["lint", "tests/output/broken.yaml", "tests/output/leaky.yaml"],
    "validate": ["validate", "tests/output/broken.yaml"],
    "usage": ["show", "--usage", "tests/output/spending.yaml", CHAT],
    "redact": ["redact", "--check", "tests/output/leaky.yaml"],
}
SCHEMAS = {"validate": "lint"}


def run(arguments: list[str]) -> str:
    command = [sys.executable, "-m", "cassette_cli", *arguments, "-o", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert "error:" not in done.stderr
    return done.stdout


def schema(verb: str) -> Any:
    name = SCHEMAS.get(verb, verb)
    return json.loads((ROOT / "schemas" / "output" / f"{name}.v1.json").read_text("utf-8"))


@pytest.mark.parametrize("verb", sorted(RUNS))
def test_output_is_golden(verb: str) -> None:
    printed = run(RUNS[verb])
    path = GOLDEN / f"{verb}.json"
    if os.environ.get("CASSETTE_UPDATE"):
        path.write_text(printed, "utf-8")
    assert printed == path.read_text("utf-8")


@pytest.mark.parametrize("verb", [*sorted(RUNS), "diff", "rewrite"])
def test_golden_fits_its_schema_and_has_no_field_more(verb: str) -> None:
    value = json.loads((GOLDEN / f"{verb}.json").read_text("utf-8"))
    Draft202012Validator(closed(schema(verb))).validate(value)


def closed(node: Any) -> Any:
    """The schema without room for unknown fields."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: closed(value) for key, value in node.items()}
    return {**inner, "additionalProperties": False} if "required" in node else inner


@pytest.mark.parametrize("path", sorted((ROOT / "schemas").rglob("*.json")), ids=lambda p: p.stem)
def test_every_schema_is_valid_and_described(path: Path) -> None:
    value = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(value)
    assert value["title"]
    assert value["description"]
    assert not list(undescribed(value))


def undescribed(node: Any, name: str = "") -> Any:
    """Names of properties without a description of their own."""
    for inner, value in node.get("properties", {}).items() if isinstance(node, dict) else ():
        if "description" not in value and "$ref" not in value and "const" not in value:
            yield inner
        yield from undescribed(value, inner)
