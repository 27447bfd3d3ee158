"""The ways to write an edited scalar, the gentlest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cassette_cli.source.node import Scalar, Style
from cassette_cli.source.scalar.block_edit import block_candidates
from cassette_cli.source.scalar.kind import is_text
from cassette_cli.source.scalar.map import scalar_tiles
from cassette_cli.source.scalar.region import Regions
from cassette_cli.source.scalar.target import Candidate, Target
from cassette_cli.source.scalar.write import Layout, double_quoted, single_quoted, write_regions
from cassette_cli.source.spans import Edit, splice


def candidates(target: Target, edits: Sequence[Edit[str]]) -> Iterator[Candidate]:
    """Every way to make `edits` of the value, none of them checked yet."""
    match target.node.style:
        case "plain":
            yield from _plain(target, edits)
        case "single" | "double":
            yield from _quoted(target, edits)
        case "literal" | "folded":
            yield from block_candidates(target, edits)
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


def _spliced(target: Target, edits: Sequence[Edit[str]]) -> list[Edit[str]] | None:
    """The edits in the source's offsets, written in its own style; None where it cannot be."""
    node = target.node
    own = Scalar(0, len(target.source), node.value, node.style)
    regions = Regions(target.source, scalar_tiles(target.source, own), node.style)
    return write_regions(regions, regions.widened(edits), _layout(target))


def _layout(target: Target) -> Layout:
    return Layout.of(target.source, target.context.line_break, target.context.indent)
