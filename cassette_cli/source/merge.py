"""Keys that `<<` brings into a mapping: PyYAML and go-yaml both merge what it leads to.

https://yaml.org/type/merge.html: a mapping's own keys win, then those of the first mapping named.
"""

from __future__ import annotations

from collections.abc import Iterator

from cassette_cli.source.node import Mapping, Node, Scalar, Sequence, resolved, text_of

Entry = tuple[Node, Node]


def entries(mapping: Mapping) -> list[Entry]:
    """Keys and values as the recorder's parser sees them; own keys that repeat still do."""
    if mapping.key_node("<<") is None:
        return mapping.entries
    own = [pair for pair in mapping.entries if not _is_merge(pair)]
    names = {text_of(key) for key, _ in own}
    for key, value in _brought_in(mapping):
        if text_of(key) not in names:
            names.add(text_of(key))
            own.append((key, value))
    return own


def _is_merge(pair: Entry) -> bool:
    key = resolved(pair[0])
    return (
        isinstance(key, Scalar)
        and key.value == "<<"
        and key.style == "plain"
        and isinstance(resolved(pair[1]), Mapping | Sequence)
    )


def _brought_in(mapping: Mapping) -> Iterator[Entry]:
    """The keys of every merged mapping and of those merged into it, each mapping once."""
    seen: set[int] = set()
    stack = list(reversed(list(_sources(mapping))))
    while stack:
        source = stack.pop()
        if id(source) in seen:
            continue
        seen.add(id(source))
        yield from (pair for pair in source.entries if not _is_merge(pair))
        stack += reversed(list(_sources(source)))


def _sources(mapping: Mapping) -> Iterator[Mapping]:
    for pair in mapping.entries:
        if not _is_merge(pair):
            continue
        target = resolved(pair[1])
        found = target.items if isinstance(target, Sequence) else [target]
        yield from (one for one in map(resolved, found) if isinstance(one, Mapping))
