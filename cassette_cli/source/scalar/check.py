"""Whether a text, standing where a scalar stood, is read as one scalar with the wanted value."""

from __future__ import annotations

from cassette_cli.lazy import lazy
from cassette_cli.source.node import Style
from cassette_cli.source.scalar.block import content_indent, read_block
from cassette_cli.source.scalar.block_tiles import block_tiles
from cassette_cli.source.scalar.chars import BREAK, BREAKS
from cassette_cli.source.scalar.context import ScalarContext
from cassette_cli.source.scalar.tiles import flow_tiles

KEY_LIMIT = 1024
"""Characters from a key's start to its colon: libyaml's simple keys, and the YAML specification."""

_SPACE = " \t\r\n\x85\u2028\u2029"
_INDICATORS = r"\-?:,\[\]{}#&*!|>'\"%@`"
_START = lazy(f"[^{_INDICATORS}{_SPACE}]|[-?:](?=[^{_SPACE}])")
_FLOW_START = lazy(f"[^{_INDICATORS}{_SPACE}]|-(?=[^{_SPACE},\\[\\]{{}}?:])")
_INSIDE = lazy(f":(?=[{_SPACE}]|\\Z)|(?<=[{_SPACE}])#")
_FLOW_INSIDE = lazy(f"[,\\[\\]{{}}?:]|(?<=[{_SPACE}])#")
_MARKER = lazy(f"(?:^|[\r\n\x85\u2028\u2029])(?:---|\\.\\.\\.)(?=[{_SPACE}]|\\Z)")
_CONTINUATION = lazy("[\r\n\x85\u2028\u2029]( *)(?=[^ \r\n\x85\u2028\u2029])")
_ENDS = tuple(_SPACE)


def reads_as(source: str, style: Style, wanted: str, context: ScalarContext, after: str) -> bool:
    """Derive the value of `source` again; `after` is what follows it in the file."""
    if context.key and not _fits_key(source, context):
        return False
    try:
        if style in ("literal", "folded"):
            return _block_reads_as(source, wanted, context, after)
        if style == "plain" and not _is_plain(source, context):
            return False
        return flow_tiles(source, style).value == wanted and not _MARKER.search(source)
    except (ValueError, KeyError):
        return False


def _fits_key(source: str, context: ScalarContext) -> bool:
    return len(source) + context.around < KEY_LIMIT and not BREAK.search(source)


def _is_plain(source: str, context: ScalarContext) -> bool:
    start, inside = (_FLOW_START, _FLOW_INSIDE) if context.flow else (_START, _INSIDE)
    if not start.match(source) or inside.search(source) or source.endswith(_ENDS):
        return False
    left = 0 if context.flow else context.column + 1
    return all(len(found[1]) >= left for found in _CONTINUATION.finditer(source))


def _block_reads_as(source: str, wanted: str, context: ScalarContext, after: str) -> bool:
    if context.flow:
        return False
    indent = content_indent(source, context.column)
    if block_tiles(read_block(source, indent)).value != wanted:
        return False
    next_line = after[indent : indent + 1] if after.startswith(" " * indent) else ""
    return next_line in BREAKS
