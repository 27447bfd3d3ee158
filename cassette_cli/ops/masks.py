"""Where the detected secrets of a file stand, so that no excerpt of it shows one."""

from __future__ import annotations

from collections.abc import Iterable

from cassette_cli.lazy import lazy
from cassette_cli.model.secret import Secret
from cassette_cli.source.document import Document
from cassette_cli.source.place import file_spans
from cassette_cli.source.scalar.layer import YamlScalar
from cassette_cli.source.spans import Span

MASK = "*"
_VISIBLE = lazy(r"\S")


class Masks:
    """The character ranges of a file that hold secrets."""

    def __init__(self, document: Document, secrets: Iterable[Secret]) -> None:
        self.document = document
        found = (span for secret in secrets for span in file_spans(secret.place))
        self.spans = sorted(set(found))

    def text(self, span: Span) -> str:
        """A range of the file with every character of a secret masked."""
        return self._mask(self.document.value[span.start : span.end], span.start)

    def value(self, scalar: YamlScalar) -> str:
        """The value of a scalar; its secrets masked, all of it where they cannot be told apart."""
        node = scalar.node
        inside = [one for one in self.spans if one.start < node.end and node.start < one.end]
        if not inside:
            return scalar.value
        source = self.document.value[node.start : node.end]
        if source == scalar.value:
            return self._mask(source, node.start)
        return MASK * len(scalar.value)

    def _mask(self, text: str, start: int) -> str:
        end = start + len(text)
        for low, high in self.spans:
            low, high = max(low, start), min(high, end)
            if low < high:
                masked = _VISIBLE.sub(MASK, text[low - start : high - start])
                text = text[: low - start] + masked + text[high - start :]
        return text
