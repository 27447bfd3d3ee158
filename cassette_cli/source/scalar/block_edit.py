"""The ways to write an edited literal or folded scalar, the gentlest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cassette_cli.source.scalar.block import Block, content_indent, read_block
from cassette_cli.source.scalar.block_tiles import block_tiles
from cassette_cli.source.scalar.literal import (
    fitting_headers,
    laid_again,
    left_behind,
    spliced_literal,
)
from cassette_cli.source.scalar.map import block_reading
from cassette_cli.source.scalar.region import Regions
from cassette_cli.source.scalar.target import Candidate, Target
from cassette_cli.source.scalar.tiles import Tiles
from cassette_cli.source.scalar.write import Layout, double_quoted, write_regions
from cassette_cli.source.spans import Edit, Span


def block_candidates(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    """Spliced in place, spliced under another header, laid again, double-quoted."""
    block, tiles = _taken_apart(target)
    style = target.node.style
    spliced = _spliced_block(target, edits, block, tiles)
    if spliced is not None:
        for header in fitting_headers(block, target.context):
            opening = Edit(Span(0, block.header_length), str(header))
            changed = [] if header is block.header else [opening]
            yield Candidate([*changed, *spliced], style)
    for source in laid_again(block, target.wanted, target.context):
        yield target.whole(source, style)
    yield target.whole(double_quoted(target.wanted), "double", left_behind(block))


def _taken_apart(target: Target) -> tuple[Block, Tiles]:
    """The block scalar with the content column that gives its value.

    Where nothing but breaks is value, many columns do; the one to write new text at is taken.
    """
    block, tiles = block_reading(target.source, target.node)
    if block.last >= 0:
        return block, tiles
    context = target.context
    least = 0 if block.header.digit else len(context.indent)
    block = read_block(target.source, max(content_indent(target.source, context.column), least))
    return block, block_tiles(block)


def _spliced_block(
    target: Target, edits: Sequence[Edit[str]], block: Block, tiles: Tiles
) -> list[Edit[str]] | None:
    regions = Regions(target.source, tiles, target.node.style)
    widened = regions.widened(edits)
    if target.node.style == "literal":
        return spliced_literal(regions, widened, block)
    return write_regions(regions, widened, Layout(block.header.line_break, " " * block.indent))
