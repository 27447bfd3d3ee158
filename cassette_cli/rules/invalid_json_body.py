"""The rule `invalid-json-body`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cassette_cli.model.cassette import Message
from cassette_cli.model.finding import Finding
from cassette_cli.rules.example import Example, go_vcr
from cassette_cli.rules.rule import Rule, Subject
from cassette_cli.source.layer import Layer, Place
from cassette_cli.source.spans import Span


def _answer(body: str) -> Example:
    return go_vcr(got="Content-Type:\n- application/json", body=f"'{body}'")


class InvalidJsonBody(Rule):
    """A body that says it is JSON, starts like JSON, and is not.

    The usual cause is a placeholder put over a number or a brace by hand; a client that parses the
    replayed body fails there. Bodies that never were JSON (a plain `OK`, JSON lines) are left
    alone.
    """

    name = "invalid-json-body"
    group = "http"
    severity = "error"
    bad = (
        _answer('{"id": «R»EDACTED, "name": "x"}'),
        _answer('{"id": 1, "name": "x"«»'),
    )
    good = (
        _answer('{"id": 1, "name": "x"}'),
        _answer("OK"),
        _answer('{"a": 1}\n\n    {"a": 2}'),
    )

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Parse every body that is taken for JSON."""
        for _, message in subject.messages():
            text = _suspect(message)
            if text is None:
                continue
            offset = _error_offset(text.value)
            if offset is not None:
                end = min(offset + 1, len(text.value))
                words = f"the {message.side} body says it is JSON, and is not"
                hint = "a placeholder over a number, or a missing brace? Record or mend it"
                yield self.finding(words, Place(text, Span(offset, end)), hint)


def _suspect(message: Message) -> Layer[str] | None:
    """The text of a body that claims to be JSON and starts like an object or a list."""
    body = message.body
    if body.kind != "json" or body.text is None:
        return None
    return body.text if body.text.value.lstrip()[:1] in ("{", "[") else None


def _error_offset(text: str) -> int | None:
    """Character at which strict reading fails; None where the text is JSON.

    `NaN` and `Infinity` pass, as they do in the parsers that clients use.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos
    except (ValueError, RecursionError):
        # A number of thousands of digits, or deep nesting: Python's limits, not JSON's.
        return None
    return None


RULE = InvalidJsonBody
