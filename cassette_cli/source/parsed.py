"""What a parser gives: trees, and what it noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cassette_cli.source.node import Alias, Node, Scalar

Format = Literal["yaml", "json"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds: one root per document, and the keys that repeat.

    `aliases` are all there are, in the order of the file.
    `unusual` is libyaml's complaint about a YAML text that only the pure parser reads,
    `unusual_at` the 0-based offset it complains about.
    """

    roots: list[Node]
    duplicate_keys: list[Scalar]
    unusual: str | None = None
    unusual_at: int = 0
    format: Format = "yaml"
    aliases: list[Alias] = field(default_factory=list)
