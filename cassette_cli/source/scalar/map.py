"""From a YAML scalar's value back to the characters of the file that gave it."""

from __future__ import annotations

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Scalar
from cassette_cli.source.scalar.block import Block, likely_indents, read_block
from cassette_cli.source.scalar.block_tiles import block_tiles
from cassette_cli.source.scalar.tiles import Tiles, flow_tiles
from cassette_cli.source.spans import OffsetMap


def scalar_map(text: str, node: Scalar) -> OffsetMap:
    """Offsets of `text` (the file's, as decoded) for each character of `node.value`.

    Raises:
        RefusedError: the source between the node's ends does not give the node's value.
    """
    return scalar_tiles(text, node).offset_map(node.start)


def scalar_tiles(text: str, node: Scalar) -> Tiles:
    """The tiles of the source between the node's ends; errors as `scalar_map`."""
    source = text[node.start : node.end]
    if source == node.value:
        tiles = Tiles()
        tiles.run(source)
        return tiles
    if node.style in ("literal", "folded"):
        return block_reading(source, node)[1]
    try:
        tiles = flow_tiles(source, node.style)
    except (ValueError, KeyError):
        raise _mismatch(source, node) from None
    if tiles.value != node.value:
        raise _mismatch(source, node)
    return tiles


def block_reading(source: str, node: Scalar) -> tuple[Block, Tiles]:
    """A literal or folded scalar taken apart at the content column that gives its value."""
    try:
        for indent in likely_indents(source, node.value):
            block = read_block(source, indent)
            tiles = block_tiles(block)
            if tiles.value == node.value:
                return block, tiles
    except ValueError:
        pass
    raise _mismatch(source, node)


def _mismatch(source: str, node: Scalar) -> RefusedError:
    return RefusedError(
        f"the source of a {node.style} scalar cannot be matched with its value",
        found=f"{len(source)} characters of source, {len(node.value)} of value",
        hint="nothing was changed; write this value on one line in quotes, or report the file",
    )
