"""Bytes of YAML to a tree of positions. The one module that knows a YAML parser.

Events come from libyaml through ruamel.yaml's C extension, the family of parsers that the recorders
themselves use; what it rejects is tried once more with ruamel.yaml's pure parser (YAML 1.2), within
a cap. Nothing is ever constructed: a tag is a string on a node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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

from cassette_cli.errors import LimitError, UnreadableError
from cassette_cli.lazy import lazy
from cassette_cli.source.node import Alias, Mapping, Node, Scalar, Sequence, Style
from cassette_cli.source.resolve import kind_of
from cassette_cli.source.text import where
from cassette_cli.source.weight import Weights

MAX_DEPTH = 500
"""Nested collections; libyaml's time grows with the square of the depth."""

PURE_LIMIT = 500_000
"""Characters that the pure parser, a hundred times slower, is asked to read."""

PURE_DEPTH = 100
"""Nested collections for the pure parser, whose every token costs its depth."""

_STYLES: dict[str | None, Style] = {
    None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded",
}  # fmt: skip
_INDICATORS = {mark: lazy(rf"(?:\s|#[^\r\n]*)*\{mark}") for mark in (":", "-", "?")}
_PROPERTY = lazy(
    r"(?:&[^\s\[\]{},]+|!<[^>\s]*>|![^\s\[\]{},]*)"
    r"(?:[ \t\r\n\x85\u2028\u2029]+|#[^\r\n\x85\u2028\u2029]*)*"
)
_UNPRINTABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class ParsedYaml:
    """What a text holds: one root per document, and the keys that repeat.

    `unusual` is libyaml's complaint about a text that only the pure parser reads, `unusual_at` the
    0-based offset it complains about.
    """

    roots: list[Node]
    duplicate_keys: list[Scalar]
    unusual: str | None
    unusual_at: int = 0


def read_yaml(text: str) -> ParsedYaml:
    """Read every document of `text` (decoded UTF-8, line breaks untouched, BOM included).

    Spans count characters of `text`.

    Raises:
        UnreadableError: no parser reads it; the place is libyaml's, 1-based.
        LimitError: nested deeper than 500 levels, or aliases that expand beyond all measure.
    """
    shift = 1 if text.startswith("\ufeff") else 0
    try:
        return _Builder(text, shift, ParsedYaml([], [], None)).build(CParser(text).get_event)
    except (YAMLError, ReaderError) as refusal:
        error, at = _unreadable(text, shift, refusal)
    if len(text) > PURE_LIMIT:
        raise error
    parsed = ParsedYaml([], [], error.message, at)
    try:
        return _PureBuilder(text, 0, parsed).build(_pure_events(text))
    except UnreadableError:
        raise
    except Exception:
        # Of hostile input the pure parser raises all sorts of things, AssertionError among them.
        raise error from None


def _pure_events(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML

    events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
    return lambda: next(events, None)


class _Builder:
    """Folds a stream of events into nodes."""

    max_depth = MAX_DEPTH

    def __init__(self, text: str, shift: int, parsed: ParsedYaml) -> None:
        self.text = text
        self.shift = shift
        self.parsed = parsed
        self.anchors: dict[str, Node] = {}
        self.weights = Weights()

    def build(self, get_event: Callable[[], Any]) -> ParsedYaml:
        """Read all events; one loop, because it runs once per scalar of every file."""
        stack: list[Mapping | Sequence] = []
        keys: list[Node | None] = []
        shift, styles = self.shift, _STYLES
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                start, end = event.start_mark.index + shift, event.end_mark.index + shift
                node: Node = Scalar(start, end, event.value, styles[event.style])
                if event.tag or event.anchor:
                    self._give_properties(node, event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(stack.pop(), event)
                keys.pop()
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = self._open(event, kind is MappingStartEvent)
            elif kind is AliasEvent:
                node = self._alias(event, stack)
            else:
                if kind is DocumentStartEvent:
                    self.anchors = {}
                continue
            if not stack:
                self.parsed.roots.append(node)
            else:
                parent = stack[-1]
                if node.start == node.end:
                    self._settle_empty(node, parent, keys[-1])
                if type(parent) is Sequence:
                    parent.items.append(node)
                elif (key := keys[-1]) is None:
                    keys[-1] = node
                else:
                    parent.entries.append((key, node))  # type: ignore[union-attr]
                    keys[-1] = None
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append(node)  # type: ignore[arg-type]
                keys.append(None)
                if len(stack) > self.max_depth:
                    raise self._too_deep(node)
        return self.parsed

    def _settle_empty(self, node: Node, parent: Mapping | Sequence, key: Node | None) -> None:
        """Nothing to do: libyaml puts an empty scalar right behind its indicator."""

    def _open(self, event: Any, mapping: bool) -> Node:
        kind = Mapping if mapping else Sequence
        start = event.start_mark.index + self.shift
        node = kind(start, None, None, bool(event.flow_style))
        if event.tag or event.anchor:
            node.end = len(self.text)
            self._give_properties(node, event)
        return node

    def _close(self, node: Mapping | Sequence, event: Any) -> None:
        """Set the end: the closing bracket's, or in block style the last leaf's."""
        if node.flow:
            node.end = event.end_mark.index + self.shift
        elif isinstance(node, Sequence):
            node.end = node.items[-1].end if node.items else node.start
        else:
            node.end = node.entries[-1][1].end if node.entries else node.start
        if isinstance(node, Mapping):
            self._note_duplicates(node)

    def _note_duplicates(self, node: Mapping) -> None:
        names = [key.value for key, _ in node.entries if type(key) is Scalar]
        if len(set(names)) == len(names):
            return
        seen: set[tuple[str, bool]] = set()
        for key, _ in node.entries:
            if isinstance(key, Scalar):
                name = (key.value, _is_text(key))
                if name in seen and name != ("<<", True):
                    self.parsed.duplicate_keys.append(key)
                seen.add(name)

    def _give_properties(self, node: Node, event: Any) -> None:
        """Keep tag and anchor, and let the node start after them."""
        node.tag, node.anchor = event.tag, event.anchor
        for _ in range(bool(event.tag) + bool(event.anchor)):
            found = _PROPERTY.match(self.text, node.start)
            if found:
                node.start = min(found.end(), node.end)
        if node.anchor:
            self.anchors[node.anchor] = node

    def _alias(self, event: Any, stack: list[Mapping | Sequence]) -> Alias:
        start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
        target = self.anchors.get(event.anchor)
        if target is None or any(target is parent for parent in stack):
            problem = "names no anchor" if target is None else "stands inside its own anchor"
            raise UnreadableError(f"an alias {problem}", where=where(self.text, start))
        if not self.weights.admit(target, len(stack)):
            raise LimitError(
                "aliases expand to more nodes than any recording holds",
                where=where(self.text, start),
                hint="write the repeated parts out, or remove them",
            )
        return Alias(start, end, target)

    def _too_deep(self, node: Node) -> LimitError:
        return LimitError(
            f"nested deeper than {self.max_depth} levels",
            where=where(self.text, node.start),
            hint="no recorder writes such a file",
        )


class _PureBuilder(_Builder):
    """The pure parser puts some empty scalars where the next token starts."""

    max_depth = PURE_DEPTH

    def _settle_empty(self, node: Node, parent: Mapping | Sequence, key: Node | None) -> None:
        """Move an empty scalar back to right behind the `:`, `-` or `?` that calls for it."""
        if not isinstance(node, Scalar) or node.tag or node.anchor:
            return
        if isinstance(parent, Sequence):
            mark, after = "-", parent.items[-1].end if parent.items else parent.start
        elif key is not None:
            mark, after = ":", key.end
        else:
            mark, after = "?", parent.entries[-1][1].end if parent.entries else parent.start
        found = _INDICATORS[mark].match(self.text, after, node.start)
        if found:
            node.start = node.end = found.end()


def _is_text(key: Scalar) -> bool:
    """Whether a key is a text: `1` and `"1"` are two keys, `a` and `"a"` are one."""
    return key.style != "plain" or kind_of("pyyaml", key.value) == "str"


def _unreadable(
    text: str, shift: int, refusal: YAMLError | ReaderError
) -> tuple[UnreadableError, int]:
    """libyaml's sentence, which never quotes the file, with its place and its 0-based offset."""
    if isinstance(refusal, MarkedYAMLError) and refusal.problem_mark is not None:
        at = min(refusal.problem_mark.index + shift, len(text))
        words = ", ".join(part for part in (refusal.problem, refusal.context) if part)
        return UnreadableError(f"not YAML: {words}", where=where(text, at)), at
    odd = _UNPRINTABLE.search(text)
    if odd is None:
        return UnreadableError("not YAML: a character that YAML does not allow"), 0
    words = f"not YAML: the character U+{ord(odd.group()):04X} is not allowed"
    return UnreadableError(words, where=where(text, odd.start())), odd.start()
