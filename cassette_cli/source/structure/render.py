"""New values written the way their surroundings are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf

from cassette_cli.errors import RefusedError
from cassette_cli.source.kinds import Json
from cassette_cli.source.scalar.chars import NEEDS_ESCAPE, SURROGATE
from cassette_cli.source.scalar.check import reads_as
from cassette_cli.source.scalar.context import ScalarContext
from cassette_cli.source.scalar.kind import is_text
from cassette_cli.source.scalar.write import Layout, double_quoted, single_quoted
from cassette_cli.source.structure.change import Literal

Quote = OneOf["single", "double"]

_STEP = 2
"""Columns from a mapping to what is in it, where nothing shows another number."""


@dataclass(frozen=True, slots=True)
class Yaml:
    """How new YAML looks: texts `plain` where they may be, or else with this `quote`; those of
    several lines as literal blocks, if there may be `literals`; lists `list_step` columns inside
    their key.
    """

    context: ScalarContext
    plain: bool = True
    quote: Quote = "single"
    list_step: int = 0
    literals: bool = True

    def lines(self, key: str | None, value: Json, column: int) -> Iterator[str]:
        """An entry, or with `key` None an item, line by line; the first without indentation."""
        head = "-" if key is None else f"{self.scalar(key, key=True)}:"
        if isinstance(value, dict | list) and value:
            yield from self._collection(head, key, value, column)
        elif (
            isinstance(value, str) and _has_lines(value) and (block := self._literal(value, column))
        ):
            yield f"{head} {block[0]}"
            yield from block[1:]
        else:
            yield f"{head} {self.flow(value)}"

    def _collection(
        self, head: str, key: str | None, value: dict[str, Json] | list[Json], column: int
    ) -> Iterator[str]:
        inner = column + (self.list_step if key and isinstance(value, list) else _STEP)
        entries = [*value.items()] if isinstance(value, dict) else [(None, one) for one in value]
        lines = [
            line if number else " " * inner + line
            for name, one in entries
            for number, line in enumerate(self.lines(name, one, inner))
        ]
        if key is None:
            yield f"{head} {lines[0][inner:]}"
            yield from lines[1:]
        else:
            yield head
            yield from lines

    def _literal(self, text: str, column: int) -> list[str] | None:
        """A literal block two columns in; None where it cannot hold the text.

        Nor does it where it would end with blank lines: what stands below could add to them.
        """
        body = text.removesuffix("\n")
        if NEEDS_ESCAPE.search(text) or not body or body.endswith("\n") or not self.literals:
            return None
        chomping = "-" if body == text else ""
        digit = str(_STEP) if text[0] in " \t\n" else ""
        indent = " " * (column + _STEP)
        lines = [indent + line if line else "" for line in body.split("\n")]
        return [f"|{digit}{chomping}", *lines]

    def flow(self, value: Json) -> str:
        """A value on one line."""
        if isinstance(value, dict):
            inner = (
                f"{self.scalar(key, key=True)}: {self.flow(one)}" for key, one in value.items()
            )
            return "{" + ", ".join(inner) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(one) for one in value) + "]"
        return self.scalar(value) if isinstance(value, str) else json.dumps(value)

    def scalar(self, text: str, *, key: bool = False) -> str:
        """A text on one line: plain, or quoted as its siblings are, or in double quotes."""
        if SURROGATE.search(text):
            raise RefusedError("half of a surrogate pair is no character that a file can hold")
        if NEEDS_ESCAPE.search(text) or "\n" in text:
            return double_quoted(text)
        plain = (self.plain or key) and is_text(text, self.context)
        if plain and reads_as(text, "plain", text, self.context, "\n"):
            return text
        single = single_quoted(text, Layout("\n", ""))
        return single if single and self.quote == "single" else double_quoted(text)


def _has_lines(value: str) -> bool:
    """Whether a text is better off as a block."""
    return "\n" in value or isinstance(value, Literal)


def json_text(value: Json, *, ascii_only: bool, unit: str, around: str) -> str:
    """A value as JSON; with `unit` indented by it, on lines that begin with `around`."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=unit or None)
    return text.replace("\n", "\n" + around) if unit else text
