"""A YAML scalar of a file, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.layer import LayerEdit
from cassette_cli.source.resolve import resolve_with
from cassette_cli.source.spans import Edit, OffsetMap


class YamlScalar(FileScalar):
    """A scalar in any of YAML's five styles."""

    def offsets(self) -> OffsetMap:
        """The map to the file."""
        from cassette_cli.source.scalar.map import scalar_map

        return scalar_map(self.document.value, self.node)

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """The least intrusive edits of the file; they are proved there and again on re-reading."""
        from cassette_cli.source.scalar.context import scalar_context
        from cassette_cli.source.scalar.edit import edit_scalar

        text, resolve = self.document.value, resolve_with(self.document.resolver)
        context = scalar_context(text, self.document.parsed.roots, self.node, resolve)
        lowered = edit_scalar(text, self.node, edits, context)
        return [LayerEdit(self.document, edit) for edit in lowered]
