"""A YAML scalar of a file, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cassette_cli.source.file_layer import FileLayer
from cassette_cli.source.layer import Layer, LayerEdit, Place
from cassette_cli.source.node import Scalar
from cassette_cli.source.resolve import resolve_with
from cassette_cli.source.spans import Edit, OffsetMap, Span


class YamlScalar(Layer[str]):
    """The value of one scalar; 93 % of them are their own source and need no map."""

    depth = 1

    def __init__(self, document: FileLayer, node: Scalar) -> None:
        self.document = document
        self.node = node
        self.value = node.value
        self._map: OffsetMap | None = None

    @property
    def map(self) -> OffsetMap:
        """The offset map to the file, derived when it is first needed."""
        if self._map is None:
            from cassette_cli.source.scalar.map import scalar_map

            self._map = scalar_map(self.document.value, self.node)
        return self._map

    def outward(self, span: Span) -> Iterable[Place]:
        """One place: a scalar is contiguous in the file."""
        return (Place(self.document, self.map.to_source(*span)),)

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """The least intrusive edits of the file; they are proved there and again on re-reading."""
        from cassette_cli.source.scalar.context import scalar_context
        from cassette_cli.source.scalar.edit import edit_scalar

        text, resolve = self.document.value, resolve_with(self.document.resolver)
        context = scalar_context(text, self.document.parsed.roots, self.node, resolve)
        lowered = edit_scalar(text, self.node, edits, context)
        return [LayerEdit(self.document, edit) for edit in lowered]
