"""Texts written as parts, or as the whole, of a plain or quoted scalar."""

from __future__ import annotations

from collections.abc import Sequence

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Style
from cassette_cli.source.scalar.chars import BREAK, FOLD, NEEDS_ESCAPE, escape
from cassette_cli.source.scalar.region import Regions, Spot
from cassette_cli.source.spans import Edit, Span

_NEWLINES = lazy("\n+")
_EDGE = {" ": "\\ ", "\t": "\\t"}


class Layout:
    """How new lines look inside one scalar: its line break and its continuation's indentation."""

    def __init__(self, line_break: str, indent: str) -> None:
        self.line_break = line_break
        self.indent = indent

    @classmethod
    def of(cls, source: str, line_break: str, indent: str) -> Layout:
        """The scalar's own layout, or the given one where it has a single line."""
        folds = FOLD.findall(source)
        own = BREAK.split(folds[-1])[-1] if folds else ""
        return cls(line_break, own or indent)

    def folded(self, text: str) -> str:
        """`text` with its newlines as breaks that fold: k newlines are k + 1 breaks."""
        return _NEWLINES.sub(
            lambda found: self.line_break * (len(found.group()) + 1) + self.indent, text
        )


def write_regions(
    regions: Regions, widened: Sequence[Edit[str]], layout: Layout
) -> list[Edit[str]] | None:
    """The regions in the source's offsets, in the scalar's own style; None where it cannot be."""
    out: list[Edit[str]] = []
    for region in widened:
        spot = regions.spot(region)
        written = _part(region.replacement, regions.style, spot, layout)
        if written is None:
            return None
        out.append(Edit(Span(spot.start, spot.end), written))
    return out


def _part(text: str, style: Style, spot: Spot, layout: Layout) -> str | None:
    """`text` as it stands inside the scalar at `spot`; None where this style cannot hold it."""
    match style:
        case "double":
            return _double_part(text, spot)
        case "single" | "plain" | "folded":
            if NEEDS_ESCAPE.search(text) or (style == "plain" and "\t" in text):
                return None
            return layout.folded(text.replace("'", "''") if style == "single" else text)
        case _:
            return None


def single_quoted(text: str, layout: Layout) -> str | None:
    """`text` as a whole single-quoted scalar, or None."""
    if NEEDS_ESCAPE.search(text):
        return None
    inner = layout.folded(text.replace("'", "''"))
    return f"'{inner}'"


def double_quoted(text: str) -> str:
    """`text` as a whole double-quoted scalar on one line."""
    return f'"{escape(text)}"'


def _double_part(text: str, spot: Spot) -> str:
    head = tail = ""
    if spot.after_fold and text[:1] in _EDGE:
        head, text = _EDGE[text[0]], text[1:]
    if spot.before_fold and text[-1:] in _EDGE:
        tail, text = _EDGE[text[-1]], text[:-1]
    return head + escape(text) + tail
