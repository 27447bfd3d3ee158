"""Where the detected secrets of a file stand, so that no excerpt of it shows one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice, takewhile

from cassette_cli.lazy import lazy
from cassette_cli.model.secret import Secret
from cassette_cli.ops.needles import Needles
from cassette_cli.source.document import Document
from cassette_cli.source.file_scalar import FileScalar
from cassette_cli.source.json_layer import Route
from cassette_cli.source.layer import Layer
from cassette_cli.source.place import file_spans, pointer
from cassette_cli.source.spans import Edit, Span, joined, splice

MASK = "*"

SHOWN = frozenset({"account-identifier", "telemetry"})
"""Classes that are reported and redacted only where somebody asks for it: nothing hides them."""

TELLING = 8
"""Characters: a shorter value may be an ordinary word."""

_VISIBLE = lazy(r"\S")


class Masks:
    """The character ranges of a file that hold secrets, in order and apart from one another."""

    def __init__(self, document: Document, secrets: Iterable[Secret]) -> None:
        self.document = document
        hidden = [one for one in secrets if one.secret_class not in SHOWN]
        self._values = Needles(one.reveal() for one in hidden if one.length >= TELLING)
        self.spans = joined(span for secret in hidden for span in file_spans(secret.place))
        self._ends = [span.end for span in self.spans]

    def words(self, text: str) -> str:
        """Words about the file (a pointer, a name): a secret in them is masked."""
        for value in self._values.within(text):
            text = text.replace(value, MASK * len(value))
        return text

    def pointer(self, route: Route) -> str:
        """The JSON Pointer of a route, a secret in any of its steps masked."""
        return pointer(tuple(self.words(one) if isinstance(one, str) else one for one in route))

    def layer(self, layer: Layer[str]) -> str:
        """The value of any layer; all of it masked where it holds a secret."""
        if isinstance(layer, FileScalar):
            return self.value(layer)
        touched = any(self._within(*span) for span in file_spans(layer.whole()))
        return MASK * len(layer.value) if touched else layer.value

    def text(self, span: Span) -> str:
        """A range of the file with every character of a secret masked."""
        return self._mask(self.document.value[span.start : span.end], span.start)

    def value(self, scalar: FileScalar) -> str:
        """The value of a scalar; its secrets masked, all of it where they cannot be told apart."""
        node = scalar.node
        if not self._within(node.start, node.end):
            return scalar.value
        source = self.document.value[node.start : node.end]
        if source == scalar.value:
            return self._mask(source, node.start)
        return MASK * len(scalar.value)

    def _within(self, start: int, end: int) -> list[Span]:
        """The spans that have a character in `[start, end)`."""
        first = bisect_right(self._ends, start)
        return list(takewhile(lambda span: span.start < end, islice(self.spans, first, None)))

    def _mask(self, text: str, start: int) -> str:
        edits = []
        for low, high in self._within(start, start + len(text)):
            inside = Span(max(low - start, 0), min(high - start, len(text)))
            edits.append(Edit(inside, _VISIBLE.sub(MASK, text[inside.start : inside.end])))
        return splice(text, edits)
