"""What a YAML tree needs beyond its events: properties, anchors, ends, and where to stop."""

from __future__ import annotations

from cassette_cli.errors import LimitError, UnreadableError
from cassette_cli.lazy import lazy
from cassette_cli.source.node import Alias, Mapping, Node, Scalar, Sequence
from cassette_cli.source.parsed import Parsed
from cassette_cli.source.resolve import kind_of
from cassette_cli.source.text import where
from cassette_cli.source.weight import Weights

MAX_DEPTH = 500
"""Nested collections; libyaml's time grows with the square of the depth."""

PURE_DEPTH = 100
"""Nested collections for the pure parser, whose every token costs its depth."""

_INDICATORS = {mark: lazy(rf"(?:\s|#[^\r\n]*)*\{mark}") for mark in (":", "-", "?")}
_PROPERTY = lazy(
    r"(?:&[^\s\[\]{},]+|!<[^>\s]*>|![^\s\[\]{},]*)"
    r"(?:[ \t\r\n\x85\u2028\u2029]+|#[^\r\n\x85\u2028\u2029]*)*"
)


class YamlTree:
    """The tree of one text while it grows."""

    max_depth = MAX_DEPTH

    def __init__(self, text: str, parsed: Parsed) -> None:
        self.text = text
        self.parsed = parsed
        self.anchors: dict[str, Node] = {}
        self.weights = Weights()

    def settle_empty(self, node: Node, parent: Mapping | Sequence, key: Node | None) -> None:
        """Nothing to do: libyaml puts an empty scalar right behind its indicator."""

    def close(self, node: Mapping | Sequence, bracket: int) -> None:
        """Set the end: the closing bracket's, or in block style the last leaf's."""
        if node.flow:
            node.end = bracket
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

    def give_properties(self, node: Node, tag: str | None, anchor: str | None) -> None:
        """Keep tag and anchor, and let the node start after them."""
        node.tag, node.anchor = tag, anchor
        for _ in range(bool(tag) + bool(anchor)):
            found = _PROPERTY.match(self.text, node.start)
            if found:
                node.start = min(found.end(), node.end)
        if anchor:
            self.anchors[anchor] = node

    def alias(self, start: int, end: int, name: str, open_: list[Mapping | Sequence]) -> Alias:
        """An alias below the collections that are open.

        Raises:
            UnreadableError: it names nothing, or what it stands in.
            LimitError: with it, aliases stand for more than any recording holds.
        """
        target = self.anchors.get(name)
        if target is None or any(target is parent for parent in open_):
            problem = "names no anchor" if target is None else "stands inside its own anchor"
            raise UnreadableError(f"an alias {problem}", where=where(self.text, start))
        if not self.weights.admit(target, len(open_)):
            raise LimitError(
                "aliases expand to more nodes than any recording holds",
                where=where(self.text, start),
                hint="write the repeated parts out, or remove them",
            )
        alias = Alias(start, end, target)
        self.parsed.aliases.append(alias)
        return alias

    def too_deep(self, node: Node) -> LimitError:
        """The refusal of what is nested deeper than a tree may be."""
        return LimitError(
            f"nested deeper than {self.max_depth} levels",
            where=where(self.text, node.start),
            hint="no recorder writes such a file",
        )


class PureYamlTree(YamlTree):
    """The pure parser puts some empty scalars where the next token starts."""

    max_depth = PURE_DEPTH

    def settle_empty(self, node: Node, parent: Mapping | Sequence, key: Node | None) -> None:
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
