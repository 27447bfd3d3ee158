"""The data of one event of a stream, as a link of the chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cassette_cli.bodies.sse_lines import parse_lines
from cassette_cli.errors import RefusedError
from cassette_cli.lazy import lazy
from cassette_cli.source.layer import Layer, Mapped
from cassette_cli.source.spans import Edit, OffsetMap, Piece, Span

_BREAK = lazy(r"\r\n|\r|\n")


class SseData(Mapped):
    """The data of one event: the values of its `data:` lines, joined with line feeds."""

    def __init__(self, parent: Layer[str], span: Span, value: str, index: int | None) -> None:
        super().__init__(parent, span, value)
        self.record = index

    def read(self, fragment: str) -> str:
        """The data of the lines of a fragment."""
        lines = (line for line in parse_lines(fragment) if line is not None)
        return "\n".join(line.value for line in lines if line.name == "data")

    def offsets(self) -> OffsetMap:
        """Runs for the values; field names give nothing, a break between values is one `\\n`."""
        return OffsetMap(self._pieces(), self.span.start)

    def _pieces(self) -> Iterator[Piece]:
        fragment = self.parent.value[self.span.start : self.span.end]
        at = 0
        for line in parse_lines(fragment):
            if line is None or line.name != "data":
                continue
            yield Piece(line.value_start - at, 1 if at else 0, False)
            yield Piece(line.span.end - line.value_start, len(line.value), True)
            at = line.span.end

    def rewrite(self, edits: Sequence[Edit[str]]) -> list[Edit[Any]]:
        """As everywhere, with the colon and the blank that a new start of a line may need."""
        fragment = self.parent.value[slice(*self.span)]
        lines = [line for line in parse_lines(fragment) if line is not None]
        starts = {self.span.start + line.value_start for line in lines if line.name == "data"}
        others = [self.span.start + line.span.start for line in lines if line.name != "data"]
        rewritten = super().rewrite(edits)
        if any(start < other < end for (start, end), _ in rewritten for other in others):
            raise RefusedError("an edit would take a line of the event that is no data with it")
        return [self._separated(edit) if edit.span.start in starts else edit for edit in rewritten]

    def _separated(self, edit: Edit[str]) -> Edit[str]:
        """An edit at the start of a line's value, which must not lose its first blank."""
        (start, end), text = edit
        before = self.parent.value[start - 1]
        following = text + self.parent.value[end : end + 1]
        if before not in ": " and text:
            return Edit(edit.span, ": " + text)
        return Edit(edit.span, " " + text) if before == ":" and following[:1] == " " else edit

    def escape(self, text: str) -> str:
        """A line feed starts another `data:` line, after a break like the event's own."""
        found = _BREAK.match(self.parent.value, self.span.end)
        return text.replace("\n", f"{found.group() if found else chr(10)}data: ")

    def describe(self) -> str:
        """What this link is."""
        return "the data of an event"
