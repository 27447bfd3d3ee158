"""`cassette redact -o json`: schema `cassette/redact/v1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cassette_cli.errors import Where
from cassette_cli.ops.redact import Redacted, Redaction
from cassette_cli.output.lint_json import spans_object


def redact_document(files: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The whole run, of its files' objects."""
    return {"schema": "cassette/redact/v1", "files": files}


def file_object(path: str, result: Redacted) -> dict[str, Any]:
    """One file."""
    return {
        "path": path,
        "changed": result.changed,
        "redactions": [_redaction(result, one) for one in result.redactions],
        "replay": {
            "safe": not result.impacts,
            "impacts": [
                {
                    "interaction": impact.interaction,
                    "field": impact.field,
                    "matcher": impact.matcher,
                    "advice": impact.advice,
                }
                for impact in result.impacts
            ],
        },
        "recompressed": [
            {"interaction": one.interaction, "field": one.field, "encoding": one.encoding}
            for one in result.recompressed
        ],
        "lengths": [{"interaction": one.interaction, "field": one.field} for one in result.lengths],
    }


def _redaction(result: Redacted, one: Redaction) -> dict[str, Any]:
    place = one.location
    document = result.before.document
    spans: list[tuple[Where, Where]] = []
    if len(place.spans) > 1:
        spans = [(document.where(a), document.where(b)) for a, b in place.spans]
    return {
        "kind": one.kind,
        "interaction": one.interaction,
        "pointer": one.pointer,
        "body_pointer": one.body_pointer,
        "event": place.record,
        "line": place.start.line,
        "column": place.start.column,
        "length": one.length,
        "spans": spans_object(spans),
        "placeholder": one.placeholder,
        "fingerprint": one.fingerprint,
    }
