"""The file: where every chain of spans ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cassette_cli.errors import Where
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.node import Node
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.spans import Edit, Span
from cassette_cli.source.text import Lines


class FileLayer(Layer[str]):
    """A decoded file: the root of every chain of spans.

    `value` is the text as it stands (line breaks untouched, a BOM included), `parsed` its trees.
    """

    depth = 0

    def __init__(self, name: str, data: bytes, text: str, parsed: Parsed) -> None:
        self.name = name
        self.data = data
        self.value = text
        self.parsed = parsed
        self.lines = Lines(text)
        self.resolver = "json" if parsed.format == "json" else "pyyaml"
        """Whose types plain scalars have; of a YAML file the recorder that knows better says so."""

    @property
    def root(self) -> Node | None:
        """The first document's root; None in an empty file."""
        return self.parsed.roots[0] if self.parsed.roots else None

    def outward(self, span: Span) -> Iterable[Place]:
        """Nothing is further out than the file."""
        return (Place(self, span),)

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """The file's own edits are where every chain ends."""
        return [LayerEdit(self, edit) for edit in edits]

    def where(self, offset: int) -> Where:
        """1-based line and column of a 0-based character offset."""
        return self.lines.where(offset)
