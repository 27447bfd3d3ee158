"""A scalar of a JSON file, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.json_layer import JsonBare, JsonString
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.spans import Edit, OffsetMap


class JsonScalar(FileScalar):
    """A string, a number or a word of the file's own JSON; it maps as those in bodies do."""

    def offsets(self) -> OffsetMap:
        """The string's or the word's own."""
        return self._link().offsets()

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """Written in place, and read back."""
        return self._link().lower(edits)

    def _link(self) -> JsonString | JsonBare:
        kind = JsonString if self.node.style == "json" else JsonBare
        return kind(self.document, self.node, ())
