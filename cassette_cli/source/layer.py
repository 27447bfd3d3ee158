"""One link of the chain of spans: a text that knows where each of its characters came from.

    file <- YAML scalar <- base64 <- charset text <- SSE event <- JSON string <- joined message

Every link answers two questions about a range of its value: which range of the link below it came
from (`outward`), and which edit of the link below makes this edit here (`lower`). Nothing else
maps a place, and nothing else edits.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, AnyStr, Generic, NamedTuple

from cassette_cli.errors import RefusedError
from cassette_cli.source.spans import Edit, OffsetMap, Piece, Span, splice


class Place(NamedTuple):
    """A range of a layer's value; 0-based, in characters (bytes where the value is bytes)."""

    layer: Layer[Any]
    span: Span


class LayerEdit(NamedTuple):
    """An edit and the layer whose value it edits."""

    layer: Layer[Any]
    edit: Edit[Any]


class Layer(ABC, Generic[AnyStr]):
    """A value with its provenance."""

    value: AnyStr
    depth: int
    """Links between this value and the file; the file's own text has 0."""
    record: int | None = None
    """Which record of its parent this is (0-based), where the parent is a series of them."""
    opaque: bool = False
    """Whether `outward` can only name all of the parent: no part of it is a part of this value."""
    tree: Any = None
    """The JSON tree of this text once `json_tree` has read it."""
    packed: Any = None
    """The text that this is the base64 of once `base64_text` has read it."""

    @abstractmethod
    def outward(self, span: Span) -> Iterable[Place]:
        """Where `value[span]` came from, one link further out, in order."""

    @abstractmethod
    def lower(self, edits: Sequence[Edit[AnyStr]]) -> Iterable[LayerEdit]:
        """The edits one link further out that make `edits` here; sorted, not overlapping.

        Raises:
            RefusedError: they cannot be proved to make exactly these edits.
        """

    def whole(self) -> Place:
        """The whole value as a place."""
        return Place(self, Span(0, len(self.value)))


class Fragment(Layer[AnyStr]):
    """A value read from one contiguous fragment of one parent."""

    def __init__(self, parent: Layer[Any], span: Span, value: AnyStr) -> None:
        self.parent = parent
        self.span = span
        self.value = value
        self.depth = parent.depth + 1

    @abstractmethod
    def read(self, fragment: Any) -> AnyStr:
        """The value that `fragment` of the parent gives; ValueError where it gives none."""

    @abstractmethod
    def rewrite(self, edits: Sequence[Edit[AnyStr]]) -> list[Edit[Any]]:
        """The parent's edits that make `edits`, before any proof."""

    def lower(self, edits: Sequence[Edit[AnyStr]]) -> Iterable[LayerEdit]:
        """Rewrite, then read the result back: what does not give the asked value is refused."""
        try:
            lowered = self.rewrite(edits)
        except UnicodeError:
            raise RefusedError(f"the new text cannot be written in {self.describe()}") from None
        self._prove(edits, lowered)
        return [LayerEdit(self.parent, edit) for edit in lowered]

    def _prove(self, edits: Sequence[Edit[AnyStr]], lowered: list[Edit[Any]]) -> None:
        start, end = self.span
        moved = [Edit(Span(a - start, b - start), text) for (a, b), text in lowered]
        try:
            value = self.read(splice(self.parent.value[start:end], moved))
        except ValueError:
            value = None
        if value != splice(self.value, edits):
            raise RefusedError(f"an edit in {self.describe()} cannot be written back exactly")

    def describe(self) -> str:
        """What this link is, in words for a message."""
        return "this text"


class Contiguous(Layer[str]):
    """A text whose characters map to runs of one range of its parent."""

    parent: Layer[Any]
    _map: OffsetMap | None = None

    @abstractmethod
    def offsets(self) -> OffsetMap:
        """The map from the value to the parent's offsets; asked for at most once."""

    @property
    def map(self) -> OffsetMap:
        """The offset map, derived when it is first needed."""
        if self._map is None:
            self._map = self.offsets()
        return self._map

    def outward(self, span: Span) -> Iterable[Place]:
        """One place: the map's pieces are contiguous in the parent."""
        return (Place(self.parent, self.map.to_source(*span)),)


class Mapped(Contiguous, Fragment[str]):
    """A text behind escapes, quotes or `data:` lines."""

    @abstractmethod
    def escape(self, text: str) -> str:
        """`text` as it is written inside the parent."""

    def rewrite(self, edits: Sequence[Edit[str]]) -> list[Edit[Any]]:
        """Each edit widened to whole pieces, escaped, in the parent's offsets."""
        return [self._rewrite_one(edit) for edit in edits]

    def _rewrite_one(self, edit: Edit[str]) -> Edit[str]:
        (start, end), text = edit
        low, high = self.map.whole(start, end)
        text = self.value[low:start] + text + self.value[end:high]
        return Edit(self.map.to_source(low, high), self.escape(text))


class Slice(Mapped):
    """A part of a text, character for character."""

    def __init__(self, parent: Layer[str], span: Span) -> None:
        super().__init__(parent, span, parent.value[span.start : span.end])

    def read(self, fragment: str) -> str:
        """The fragment itself."""
        return fragment

    def offsets(self) -> OffsetMap:
        """A single run."""
        return OffsetMap([Piece(len(self.value), len(self.value), True)], self.span.start)

    def escape(self, text: str) -> str:
        """Nothing needs escaping."""
        return text
