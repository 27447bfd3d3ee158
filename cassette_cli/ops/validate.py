"""A cassette against a JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from cassette_cli.errors import LimitError, UsageError
from cassette_cli.model.cassette import Cassette
from cassette_cli.ops.shapes import are_valid, remember, shapes
from cassette_cli.ops.violation_words import explain
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.rules.rule import Violation
from cassette_cli.schemas import schema
from cassette_cli.source.node import Node
from cassette_cli.source.resolve import plain


def violations(cassette: Cassette, recorder: Recorder) -> list[Violation]:
    """What the recorder's own schema has against the file, the best first."""
    document = cassette.document
    root, resolver = document.root, document.resolver
    assert root is not None, "a recognised file has a root"
    found = shapes(root, recorder.list_route, resolver)
    if are_valid(found, recorder.schema):
        return []
    faults = check(root, schema(recorder.schema), resolver)
    if not faults:
        remember(found, recorder.schema)
    return faults


def check(root: Node, against: Any, resolver: str) -> list[Violation]:
    """All that `against`, a JSON Schema, has against a tree; the shallowest first.

    Raises:
        UsageError: it is no valid JSON Schema, or refers to one that is not here.
    """
    from jsonschema.exceptions import SchemaError, relevance
    from jsonschema.validators import validator_for
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    kind = validator_for(against)
    try:
        kind.check_schema(against)
        errors = list(kind(against, registry=Registry()).iter_errors(plain(root, resolver)))
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "its top"
        raise UsageError(
            "the schema is no valid JSON Schema", found=f"a fault at {where}"
        ) from None
    except Unresolvable:
        hint = "schemas are not fetched; put the definitions into the file"
        raise UsageError("the schema refers to one that is not in it", hint=hint) from None
    except RecursionError:
        hint = "nor is a schema that refers to itself without end"
        raise LimitError("nested too deep to be held against the schema", hint=hint) from None
    ranked = sorted(errors, key=relevance, reverse=True)
    return list(dict.fromkeys(one for error in ranked for one in explain(error)))


def load_schema(data: bytes) -> Any:
    """A user's own schema, as JSON."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise UsageError("the schema is not JSON", hint="give a JSON Schema as JSON") from None
    if not isinstance(found, dict | bool):
        raise UsageError("the schema is no JSON Schema", hint="it must be an object, true or false")
    return found
