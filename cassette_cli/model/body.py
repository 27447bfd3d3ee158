"""A decoded body, and what was learned while decoding it."""

from __future__ import annotations

from dataclasses import dataclass

from cassette_cli.source.layer import Layer
from cassette_cli.source.node import Node


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Body:
    """What a message carries, every encoding undone.

    `kind` is the body reader's name (`json`, `sse`, `text`, `png`, `binary`, `empty` ...); `size`
    counts the bytes of the decoded body. `text` is set where the body is text, `data` where it is
    stored as bytes, `tree` where the file holds it as a YAML tree. `problem` says in words why a
    declared encoding could not be undone; it never quotes the body.
    """

    kind: str
    size: int
    content_type: str | None
    content_encoding: str | None
    stored_as: str
    because: str
    text: Layer[str] | None = None
    data: Layer[bytes] | None = None
    tree: Node | None = None
    problem: str | None = None
