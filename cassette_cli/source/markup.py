"""What stands between the scalars of a YAML file: comments, and the rest of its markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cassette_cli.errors import RefusedError
from cassette_cli.source.layer import LayerEdit, Slice
from cassette_cli.source.spans import Edit


class Comment(Slice):
    """A comment, from its `#` to the end of its line. It belongs to no node of the tree."""

    def describe(self) -> str:
        """What this link is."""
        return "a comment"


class Markup(Slice):
    """A line's anchor, tag or directive, which other places of the file may refer to."""

    def lower(self, edits: Sequence[Edit[str]]) -> Iterable[LayerEdit]:
        """Never."""
        raise RefusedError("anchors, tags and directives are not edited", hint="edit it by hand")

    def describe(self) -> str:
        """What this link is."""
        return "an anchor, tag or directive"
