"""Each verb's golden is exactly what its schema describes: no field less, none more."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from documents import GONE, ROOT, Route, changed, faults, schema
from invoke import cassette

GOLDEN = ROOT / "tests" / "golden"
SCHEMAS = {"validate": "lint", "show-user-example": "show"}
EVERY = pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.json")))
ADDED = {"answer", "citations", "direction", "hint", "lengths", "model", "recompressed"}
"""Fields that came after the contract was frozen: a reader cannot count on them."""
FREE = {"usage", "server_tools"}
"""Objects that are the provider's own."""
SEED = "../shared/seed/xai-grok-code-fast-simple-streaming.yaml"
NOT_COMPARED = ("recorder", "because")
"""Prose, free to be improved; the golden has one plausible sentence."""

CLOSED: list[tuple[str, Route, str]] = [
    ("lint", ("findings", 0, "severity"), "fatal"),
    ("lint", ("schema",), "cassette/lint/v2"),
    ("show", ("interactions", 0, "kind"), "ftp"),
    ("show", ("interactions", 0, "stream", "protocol"), "openai"),
    ("show", ("interactions", 0, "stream", "rows", 0, "kind"), "delta"),
    ("show", ("interactions", 0, "stream", "rows", 0, "line"), 0),
    ("redact", ("files", 0, "changed"), None),
    ("diff", ("files", 0, "change"), "moved"),
    ("diff", ("files", 0, "interactions", 0, "change"), "same"),
    ("rewrite", ("files", 0, "edits", 0, "column"), "9"),
]


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))


def schema_of(name: str) -> str:
    return f"output/{SCHEMAS.get(name, name)}.v1"


def fields(value: Any, route: Route = ()) -> Iterator[Route]:
    """The place of every field, outside of what is the provider's own."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        if isinstance(value, dict):
            yield (*route, step)
        if isinstance(inner, dict | list) and step not in FREE:
            yield from fields(inner, (*route, step))


def described(root: Any, route: Route) -> bool:
    """Whether a schema has something to say of the field at a place."""
    node = root
    for step in route:
        node = inner(root, node, step)
        if node is None:
            return False
    return True


def inner(root: Any, node: Any, step: str | int) -> Any:
    """The schema one step further in, references followed."""
    if isinstance(step, str):
        found = node.get("properties", {}).get(step)
    else:
        listed = node.get("prefixItems", [])
        found = listed[step] if step < len(listed) else node.get("items")
    if isinstance(found, dict) and "$ref" in found:
        found = root["$defs"][found["$ref"].rsplit("/", 1)[1]]
    return found


@EVERY
def test_it_fits_and_has_no_field_more(name: str) -> None:
    value, root = golden(name), schema(schema_of(name))
    assert not faults(schema_of(name), value)
    assert not [route for route in fields(value) if not described(root, route)]


@EVERY
def test_every_field_of_the_contract_must_be_there(name: str) -> None:
    value = golden(name)
    for route in fields(value):
        if route[-1] not in ADDED and not ADDED & set(route):
            assert route[:-1] in faults(schema_of(name), changed(value, route, GONE)), route


@EVERY
def test_fields_may_be_added(name: str) -> None:
    assert not faults(schema_of(name), {**golden(name), "later": 1})


@pytest.mark.parametrize(("name", "route", "value"), CLOSED)
def test_closed_lists_and_types_are_kept(name: str, route: Route, value: Any) -> None:
    assert faults(schema_of(name), changed(golden(name), route, value)) == {route}


def test_the_users_example_is_shown_as_computed_by_hand() -> None:
    if not (ROOT / SEED).exists():
        if os.environ.get("CASSETTE_NO_SKIP") == "1":
            pytest.fail(f"{SEED} is missing")
        pytest.skip("the user's example is not here")
    shown = json.loads(cassette("show", Path(SEED), "-o", "json", cwd=ROOT).text)
    shown = changed(shown, NOT_COMPARED, golden("show-user-example")["recorder"]["because"])
    assert shown == golden("show-user-example")
