"""From a YAML scalar's value back to the characters of the file that gave it."""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.errors import RefusedError
from cassette_cli.source.node import Scalar
from cassette_cli.source.scalar_block import block_tiles, likely_indents, read_block
from cassette_cli.source.scalar_tiles import Tiles, flow_tiles
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
    try:
        for tiles in _readings(source, node):
            if tiles.value == node.value:
                return tiles
    except (ValueError, KeyError):
        pass
    raise RefusedError(
        f"the source of a {node.style} scalar cannot be matched with its value",
        found=f"{len(source)} characters of source, {len(node.value)} of value",
        hint="nothing was changed; write this value on one line in quotes, or report the file",
    )


def _readings(source: str, node: Scalar) -> Iterator[Tiles]:
    match node.style:
        case "plain" | "single" | "double":
            yield flow_tiles(source, node.style)
        case "literal" | "folded":
            for indent in likely_indents(source, node.value):
                yield block_tiles(read_block(source, indent))
        case "json":
            raise ValueError("not a YAML scalar")
