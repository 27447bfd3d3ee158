"""Bytes of YAML to a tree of positions. The one module that knows a YAML parser.

Events come from libyaml through ruamel.yaml's C extension, the family of parsers that the recorders
themselves use; what it rejects is tried once more with ruamel.yaml's pure parser (YAML 1.2), within
a cap. Nothing is ever constructed: a tag is a string on a node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from cassette_cli.errors import UnreadableError
from cassette_cli.lazy import lazy
from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, Style
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.pieces import ESCAPED_CRLF, Pieces
from cassette_cli.source.text import where
from cassette_cli.source.yaml_tree import PureYamlTree, YamlTree

PURE_LIMIT = 500_000
"""Characters that the pure parser, a hundred times slower, is asked to read."""

_STYLES: dict[str | None, Style] = {
    None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded",
}  # fmt: skip
_UNPRINTABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NextEvent = Callable[[], Any]
"""The next event of a parser, or None."""


def read_yaml(text: str) -> Parsed:
    """Read every document of `text` (decoded UTF-8, line breaks untouched, BOM included).

    Spans count characters of `text`.

    Raises:
        UnreadableError: no parser reads it; the place is libyaml's, 1-based.
        LimitError: nested deeper than 500 levels, or aliases that expand beyond all measure.
    """
    try:
        return by_libyaml(text)
    except (YAMLError, ReaderError) as refusal:
        error, at = _unreadable(text, refusal)
    if len(text) > PURE_LIMIT:
        raise error
    try:
        return by_pure_parser(text, Parsed([], [], error.message, at))
    except UnreadableError:
        raise
    except Exception:
        # Of hostile input the pure parser raises all sorts of things, AssertionError among them.
        raise error from None


def by_libyaml(text: str) -> Parsed:
    """Read with the C parser alone; its errors are ruamel.yaml's."""
    source = Pieces(text.encode()) if ESCAPED_CRLF.decode() in text else text
    tree = YamlTree(text, Parsed([], []))
    return _grow(tree, CParser(source).get_event, _uncounted(text))


def by_pure_parser(text: str, parsed: Parsed) -> Parsed:
    """Read with the pure parser alone, into `parsed`; its errors are of any kind."""
    from ruamel.yaml import YAML

    events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
    return _grow(PureYamlTree(text, parsed), lambda: next(events, None), 0)


def _grow(tree: YamlTree, get_event: NextEvent, shift: int) -> Parsed:
    """Fold all events into nodes; one loop, because it runs once per scalar of every file."""
    stack: list[Mapping | Sequence] = []
    keys: list[Node | None] = []
    roots, styles = tree.parsed.roots, _STYLES
    while (event := get_event()) is not None:
        kind = type(event)
        opens = False
        if kind is ScalarEvent:
            start, end = event.start_mark.index + shift, event.end_mark.index + shift
            node: Node = Scalar(start, end, event.value, styles[event.style])
            if event.tag or event.anchor:
                tree.give_properties(node, event.tag, event.anchor)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            tree.close(stack.pop(), event.end_mark.index + shift)
            keys.pop()
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            node = _opened(tree, event, shift)
            opens = True
        elif kind is AliasEvent:
            start, end = event.start_mark.index + shift, event.end_mark.index + shift
            node = tree.alias(start, end, event.anchor, stack)
        else:
            if kind is DocumentStartEvent:
                tree.anchors = {}
            continue
        if not stack:
            roots.append(node)
        else:
            parent = stack[-1]
            if node.start == node.end:
                tree.settle_empty(node, parent, keys[-1])
            if type(parent) is Sequence:
                parent.items.append(node)
            elif (key := keys[-1]) is None:
                keys[-1] = node
            else:
                parent.entries.append((key, node))  # type: ignore[union-attr]
                keys[-1] = None
        if opens:
            stack.append(node)  # type: ignore[arg-type]
            keys.append(None)
            if len(stack) > tree.max_depth:
                raise tree.too_deep(node)
    return tree.parsed


def _opened(tree: YamlTree, event: Any, shift: int) -> Mapping | Sequence:
    kind = Mapping if type(event) is MappingStartEvent else Sequence
    node = kind(event.start_mark.index + shift, None, None, bool(event.flow_style))
    if event.tag or event.anchor:
        node.end = len(tree.text)
        tree.give_properties(node, event.tag, event.anchor)
    return node


def _uncounted(text: str) -> int:
    """libyaml does not count a BOM."""
    return 1 if text.startswith("\ufeff") else 0


def _unreadable(text: str, refusal: YAMLError | ReaderError) -> tuple[UnreadableError, int]:
    """libyaml's sentence, which never quotes the file, with its place and its 0-based offset."""
    if isinstance(refusal, MarkedYAMLError) and refusal.problem_mark is not None:
        at = min(refusal.problem_mark.index + _uncounted(text), len(text))
        words = ", ".join(part for part in (refusal.problem, refusal.context) if part)
        return UnreadableError(f"not YAML: {words}", where=where(text, at)), at
    odd = _UNPRINTABLE.search(text)
    if odd is None:
        return UnreadableError("not YAML: a character that YAML does not allow"), 0
    words = f"not YAML: the character U+{ord(odd.group()):04X} is not allowed"
    return UnreadableError(words, where=where(text, odd.start())), odd.start()
