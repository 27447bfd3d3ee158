"""The ways to write an edited scalar, the gentlest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cassette_cli.source.node import Scalar, Style
from cassette_cli.source.scalar_block import (
    Block,
    block_tiles,
    content_indent,
    likely_indents,
    read_block,
)
from cassette_cli.source.scalar_context import ScalarContext
from cassette_cli.source.scalar_kind import is_text
from cassette_cli.source.scalar_literal import (
    fitting_headers,
    laid_again,
    left_behind,
    spliced_literal,
)
from cassette_cli.source.scalar_map import scalar_tiles
from cassette_cli.source.scalar_region import Regions
from cassette_cli.source.scalar_tiles import Tiles
from cassette_cli.source.scalar_write import Layout, double_quoted, single_quoted, write_part
from cassette_cli.source.spans import Edit, Span, splice


class Candidate(NamedTuple):
    """A scalar's new source, as edits of the old one (offsets from its start), and its style.

    The last `rest` characters of the new source are not the scalar's: a literal left them behind.
    """

    edits: Sequence[Edit[str]]
    style: Style
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """The scalar to write: its old source, its wanted value, its type if it is not text."""

    source: str
    node: Scalar
    wanted: str
    kind: str | None
    context: ScalarContext

    def whole(self, source: str, style: Style, rest: str = "") -> Candidate:
        """The candidate that replaces everything."""
        span = Span(0, len(self.source))
        return Candidate([Edit(span, source + rest)], style, len(rest))


def candidates(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    """Every way to make `edits` of the value, none of them checked yet."""
    match target.node.style:
        case "plain":
            yield from _plain(target, edits)
        case "single" | "double":
            yield from _quoted(target, edits)
        case "literal" | "folded":
            yield from _block(target, edits)
        case "json":
            return


def _plain(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    spliced = _spliced(target, edits)
    stays = target.kind or target.node.tag or is_text(target.wanted, target.context)
    if spliced is not None and stays:
        yield Candidate(spliced, "plain")
    if target.kind and not target.node.tag:
        return
    if spliced is not None:
        inner = splice(target.source, spliced).replace("'", "''")
        yield target.whole(f"'{inner}'", "single")
    yield from _requoted(target, "single")


def _quoted(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    style = target.node.style
    spliced = _spliced(target, edits) if target.node.value else None
    if spliced is not None:
        yield Candidate(spliced, style)
    yield from _requoted(target, style)


def _requoted(target: Target, style: Style) -> Iterator[Candidate]:
    if style == "single":
        single = single_quoted(target.wanted, _layout(target))
        if single is not None:
            yield target.whole(single, "single")
    yield target.whole(double_quoted(target.wanted), "double")


def _block(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    block = _taken_apart(target)
    style = target.node.style
    spliced = _spliced_block(target, edits, block)
    if spliced is not None:
        for header in fitting_headers(block, target.context):
            opening = Edit(Span(0, block.header_length), str(header))
            changed = [] if header is block.header else [opening]
            yield Candidate([*changed, *spliced], style)
    for source in laid_again(block, target.wanted, target.context):
        yield target.whole(source, style)
    yield target.whole(double_quoted(target.wanted), "double", left_behind(block))


def _taken_apart(target: Target) -> Block:
    """The block scalar with the content column that gives its value.

    Where nothing but breaks is value, many columns do; the one to write new text at is taken.
    """
    source, context = target.source, target.context
    scalar_tiles(source, _moved(target.node))
    for indent in likely_indents(source, target.node.value):
        block = read_block(source, indent)
        if block_tiles(block).value == target.node.value:
            break
    if block.last >= 0:
        return block
    least = 0 if block.header.digit else len(context.indent)
    return read_block(source, max(content_indent(source, context.column), least))


def _moved(node: Scalar) -> Scalar:
    """The node as it stands in its own source."""
    return Scalar(0, node.end - node.start, node.value, node.style)


def _spliced_block(
    target: Target, edits: Sequence[Edit[str]], block: Block
) -> list[Edit[str]] | None:
    if target.node.style == "folded":
        return _spliced(target, edits, block)
    regions = Regions(target.source, block_tiles(block), "literal")
    return spliced_literal(regions, regions.widened(edits), block)


def _spliced(
    target: Target, edits: Sequence[Edit[str]], block: Block | None = None
) -> list[Edit[str]] | None:
    """The edits in the source's offsets, written in its own style; None where it cannot be."""
    style = target.node.style
    tiles: Tiles = block_tiles(block) if block else scalar_tiles(target.source, _moved(target.node))
    regions = Regions(target.source, tiles, style)
    layout = Layout(" ", " " * block.indent) if block else _layout(target)
    out: list[Edit[str]] = []
    for region in regions.widened(edits):
        spot = regions.spot(region)
        written = write_part(region.replacement, style, spot, layout)
        if written is None:
            return None
        out.append(Edit(Span(spot.start, spot.end), written))
    return out


def _layout(target: Target) -> Layout:
    return Layout.of(target.source, target.context.line_break, target.context.indent)
